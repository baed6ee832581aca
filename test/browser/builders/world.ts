import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Input } from '../../../src/contract/calls';
import * as id from '../../../src/contract/inputs';
import type { HypothesisState } from '../../../src/domain/initiative';
import type { KeyResultId, ObjectiveId } from '../../../src/domain/ids';
import type { LocalDate } from '../../../src/domain/dates';
import type { KeyResultDefinition } from '../../../src/domain/metric';
import { dayFromNow } from './days';
import { JiraIssues, type Issue } from './jira-issues';
import { people, type Person } from './people';
import { SiteClient } from './site-client';

type Objective = Input<'objective.create'>['objective'];
type CheckIn = Input<'check-in.record'>;

/** A key result as a test speaks of it. */
export type KeyResult = { id: KeyResultId; key: string; title: string; objectiveTitle: string };

const created = z.object({ id: z.string() });
const readKeys = z.object({
  objectives: z.array(
    z.object({ title: z.string(), keyResults: z.array(z.object({ id: z.string(), key: z.string() })) }),
  ),
});
const readDecisions = z.object({
  objectives: z.array(
    z.object({
      keyResults: z.array(
        z.object({
          id: z.string(),
          checkIns: z.array(z.object({ decision: z.nullable(z.object({ text: z.string() })) })),
        }),
      ),
    }),
  ),
});
const jiraProject = z.object({ id: id.projectId, name: z.string() });

const account = (person: Person) => id.accountId.parse(person.id);
const requestId = () => id.requestId.parse(randomUUID());

/**
 * A world of one test's own on the shared site, made through the use cases and Jira's REST: a team of GROW that Priya
 * leads and Tom works in, and a running cycle that began 45 days ago and ends in 45. `word` stands in every title, so
 * that a search for it finds this world alone.
 */
export class World {
  private constructor(
    readonly site: SiteClient,
    readonly jira: JiraIssues,
    readonly word: string,
    readonly team: { id: ReturnType<typeof id.teamId.parse>; name: string },
    readonly cycle: { id: ReturnType<typeof id.cycleId.parse>; name: string },
    readonly lead: Person,
    readonly projectId: string,
  ) {}

  /**
   * `project`: the team's, instead of GROW; `lead`: who leads it and owns its OKRs; `phase`: the cycle is planned, not running; `from`:
   * days from now on which it starts, for 90 days; `word`: what stands in every title, for pictures.
   */
  static async begin(
    url: string,
    {
      project: projectKey = 'GROW',
      phase = 'active',
      lead = people.priya,
      from = -45,
      word = `w${randomUUID().slice(0, 8)}`,
    }: { project?: string; phase?: 'draft' | 'active'; lead?: Person; from?: number; word?: string } = {},
  ): Promise<World> {
    const site = new SiteClient(url);
    const project = await site.ask(
      people.marta,
      'GET',
      `/rest/api/3/project/${projectKey}`,
      undefined,
      jiraProject,
    );
    const team = { id: id.teamId.parse(randomUUID()), name: `Team ${word}` };
    await site.call(
      lead,
      'team.create',
      {
        id: team.id,
        requestId: requestId(),
        team: {
          name: team.name,
          level: 'team',
          parentId: null,
          lead: account(lead),
          members: [account(people.priya), account(people.tom)],
          projectIds: [project.id],
          timeZone: 'Europe/London',
          cadence: 'weekly',
        },
      },
      created,
    );
    const cycle = { id: id.cycleId.parse(randomUUID()), name: `Cycle ${word}` };
    const dates = { startsOn: dayFromNow(from), endsOn: dayFromNow(from + 90) };
    await site.call(
      people.marta,
      'cycle.create',
      { id: cycle.id, requestId: requestId(), cycle: { name: cycle.name, ...dates, parentId: null } },
      created,
    );
    const world = new World(site, new JiraIssues(site, projectKey), word, team, cycle, lead, project.id);
    if (phase === 'active') await world.movesCycle('active', 1);
    return world;
  }

  /** Has the running cycle scored, as its OKR lead does at the end. */
  async startsScoring(): Promise<void> {
    await this.movesCycle('scoring', 2);
  }

  /** Tom writes the team's retrospective of the cycle. */
  async looksBack(learned: string): Promise<void> {
    const words = { helped: '', hindered: '', learned, willChange: '' };
    const place = { teamId: this.team.id, cycleId: this.cycle.id };
    const asked = { id: id.retrospectiveId.parse(randomUUID()), version: 0, requestId: requestId() };
    await this.site.call(people.tom, 'retrospective.save', { ...asked, ...place, ...words }, created);
  }

  /** Drafts the cycle after this one. */
  async draftsNextCycle(): Promise<{ id: string; name: string }> {
    const name = `Next ${this.word}`;
    const cycle = { name, startsOn: dayFromNow(46), endsOn: dayFromNow(136), parentId: null };
    const asked = { id: id.cycleId.parse(randomUUID()), requestId: requestId(), cycle };
    await this.site.call(people.marta, 'cycle.create', asked, created);
    return { id: asked.id, name };
  }

  /** Closes the running cycle. */
  async closesCycle(): Promise<void> {
    await this.startsScoring();
    await this.movesCycle('closed', 3);
  }

  private async movesCycle(phase: 'active' | 'scoring' | 'closed', version: number): Promise<void> {
    const step = { id: this.cycle.id, version, requestId: requestId(), phase, why: '' };
    await this.site.call(people.marta, 'cycle.set-phase', step, created);
  }

  /** Where the world's OKRs are on Waymark's page. */
  get route(): string {
    return `/?team=${this.team.id}&cycle=${this.cycle.id}`;
  }

  /** An objective of the world's team and cycle. */
  async objective(title: string, more: Partial<Objective> = {}): Promise<{ id: ObjectiveId; title: string }> {
    const objectiveId = id.objectiveId.parse(randomUUID());
    const whole = `${title} ${this.word}`;
    await this.site.call(
      this.lead,
      'objective.create',
      {
        id: objectiveId,
        requestId: requestId(),
        teamId: this.team.id,
        cycleId: this.cycle.id,
        objective: {
          title: whole,
          why: '',
          owner: account(this.lead),
          restricted: false,
          viewers: [],
          ...more,
        },
      },
      created,
    );
    return { id: objectiveId, title: whole };
  }

  /** A key result of the lead's, or of `owner`: a percentage that should rise from 40 to 80 over the cycle's 90 days. */
  async keyResult(
    title: string,
    more: Partial<KeyResultDefinition> = {},
    under?: { id: ObjectiveId },
    owner = this.lead,
  ): Promise<KeyResult> {
    const objective = under ?? (await this.objective('Learners stay'));
    const keyResultId = id.keyResultId.parse(randomUUID());
    const whole = `${title} ${this.word}`;
    await this.site.call(
      this.lead,
      'key-result.create',
      {
        id: keyResultId,
        requestId: requestId(),
        objectiveId: objective.id,
        keyResult: {
          title: whole,
          owner: account(owner),
          definition: {
            metric: { kind: 'increase', start: 40, target: 80 },
            behaviour: { kind: 'level', averageOverDays: null },
            unit: { kind: 'percent' },
            startsOn: dayFromNow(-45),
            dueOn: dayFromNow(45),
            commitment: 'committed',
            indicator: null,
            weight: 1,
            checkpoints: [],
            measuredEvery: { kind: 'cadence' },
            definition: '',
            ...more,
          },
        },
      },
      created,
    );
    const read = await this.site.call(this.lead, 'key-result.read', { id: keyResultId }, readKeys);
    const [home] = read.objectives;
    const key = home?.keyResults.find((one) => one.id === keyResultId)?.key;
    if (home === undefined || key === undefined) throw new Error(`Nothing was read of "${whole}".`);
    return { id: keyResultId, key, title: whole, objectiveTitle: home.title };
  }

  /** Moves the target of a key result that nobody changed before. */
  async movesTarget(keyResult: KeyResult, target: number, why: string): Promise<void> {
    const { objectives } = await this.site.call(
      this.lead,
      'key-result.read',
      { id: keyResult.id },
      z.object({
        objectives: z.array(z.object({ keyResults: z.array(z.object({ definition: id.definition })) })),
      }),
    );
    const [definition] = objectives.flatMap(({ keyResults }) => keyResults.map((one) => one.definition));
    if (definition === undefined) throw new Error(`Nothing was read of "${keyResult.title}".`);
    const metric = { kind: 'increase' as const, start: 40, target };
    const changed = {
      title: keyResult.title,
      owner: account(this.lead),
      definition: { ...definition, metric },
    };
    const asked = { id: keyResult.id, version: 1, requestId: requestId(), keyResult: changed, why };
    await this.site.call(this.lead, 'key-result.edit', asked, created);
  }

  /** A check-in of Tom's, who is in the team. */
  async checkIn(
    keyResult: { id: KeyResultId },
    day: LocalDate,
    value: number | null,
    more: Partial<CheckIn> = {},
  ): Promise<void> {
    const checkIn: CheckIn = {
      id: id.checkInId.parse(randomUUID()),
      keyResultId: keyResult.id,
      day,
      value,
      reached: null,
      confidence: 6,
      evidence: 'Counted by hand.',
      blocker: '',
      decision: null,
      ask: null,
      ...more,
    };
    await this.site.call(people.tom, 'check-in.record', checkIn, created);
  }

  /** What was last decided on a key result; null: nothing yet. */
  async lastDecision(keyResult: { id: KeyResultId }): Promise<string | null> {
    const read = await this.site.call(this.lead, 'key-result.read', { id: keyResult.id }, readDecisions);
    const checkIns = read.objectives
      .flatMap(({ keyResults }) => keyResults)
      .flatMap((one) => (one.id === keyResult.id ? one.checkIns : []));
    return checkIns.findLast(({ decision }) => decision !== null)?.decision?.text ?? null;
  }

  /** Attaches issues as this person, Tom unless said otherwise. */
  async attach(
    keyResult: { id: KeyResultId },
    issues: Issue[],
    by: Person = people.tom,
    hypothesis: HypothesisState = { kind: 'skipped' },
  ): Promise<void> {
    await this.site.call(
      by,
      'initiative.attach',
      {
        keyResultId: keyResult.id,
        issues: issues.map((issue) => ({
          initiativeId: id.initiativeId.parse(randomUUID()),
          issueId: id.issueId.parse(issue.id),
        })),
        requestId: requestId(),
        hypothesis,
        publicName: '',
      },
      z.object({ attached: z.array(z.string()).length(issues.length) }),
    );
  }

  /** An epic in GROW with this many stories, all to do. */
  async epic(summary: string, stories = 0): Promise<{ epic: Issue; stories: Issue[] }> {
    const epic = await this.jira.create('Epic', `${summary} ${this.word}`);
    const made: Issue[] = [];
    for (let number = 1; number <= stories; number += 1) {
      made.push(await this.jira.create('Story', `Story ${number} ${this.word}`, epic));
    }
    return { epic, stories: made };
  }
}
