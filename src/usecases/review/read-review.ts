import type { Output, Parsed } from '../../contract/calls';
import type { ReviewReading } from '../../contract/review-calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { CycleId, ObjectiveId, TeamId } from '../../domain/ids';
import { measuredTwice, overburdened } from '../../domain/quality/across-cycle';
import { viewer, type Who } from '../../policies/actor';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import { mayEditObjective } from '../../policies/objective-policy';
import { mayEditCycle } from '../../policies/team-policy';
import { dismissedOf, worthOf } from '../../storage/finding-repository';
import type { CycleLine, ReviewFacts } from '../../storage/review-reader';
import type { CycleReading, SiteReading } from '../../contract/readings';
import type { Dependencies } from '../dependencies';
import { runningCycle } from '../overview/choose-place';
import { presentTeam } from '../present';

/** A page's bounds: whole teams until there are so many objectives or key results; a reply stays beneath 200 KB. */
const mostObjectives = 40;
const mostKeyResults = 100;
/** Characters of a definition that travel: the review asks what it mentions, and a page of long ones must fit. */
const longestDefinition = 500;

/**
 * What the quality review of a cycle needs, a page of whole teams at a time: four statements, in two steps where the cycle is
 * named, else in three. What is found is worked out in the browser; here only what needs every key result. Source: design §3.10, §7.
 */
export async function readReview(
  deps: Dependencies,
  { cycleId, after }: Parsed<'review.read'>,
): Promise<Result<Output<'review.read'>>> {
  const listed = cycleId === null ? await deps.cycles.list() : null;
  const asked = cycleId ?? (listed && runningCycle(listed, deps.now)?.id) ?? null;
  if (asked === null) return refuse('not-found', 'There is no cycle yet. Add one first.');
  const whole = await readWhole(deps, asked, listed);
  return whole === null
    ? refuse('not-found', 'This cycle is not there. Choose another.', 'cycleId')
    : ok(await readPage(deps, whole, after));
}

type Whole = {
  cycle: CycleReading;
  cycles: CycleReading[];
  lines: CycleLine[];
  said: Awaited<ReturnType<Dependencies['findings']['inCycle']>>;
  who: Who;
};

/** What is read of a cycle once, whichever teams of it are asked for; null: it is not there. */
export async function readWhole(
  deps: Dependencies,
  cycleId: CycleId,
  listed: CycleReading[] | null = null,
): Promise<Whole | null> {
  const [cycles, lines, said, who] = await Promise.all([
    listed ?? deps.cycles.list(),
    deps.review.lines(cycleId, deps.me),
    deps.findings.inCycle(cycleId),
    viewer(deps.actor),
  ]);
  const cycle = cycles.find(({ id }) => id === cycleId);
  return cycle ? { cycle, cycles, lines, said, who } : null;
}

/** The teams after the first `after`, as many as a reply holds: one statement. */
export async function readPage(
  deps: Pick<Dependencies, 'review' | 'me'>,
  { cycle, cycles, lines, said, who }: Whole,
  after: number,
): Promise<ReviewReading> {
  const { teamIds, objectiveIds, next } = page(lines, after);
  const { site, objectives } = await deps.review.objectives(objectiveIds, deps.me);
  const keyOf = (number: number) => `${site.keyPrefix.keyResult}-${number}`;
  const keyResults = lines.flatMap(({ keyResult }) =>
    keyResult ? [{ ...keyResult, key: keyOf(keyResult.number) }] : [],
  );
  const shown = new Set(objectives.flatMap((facts) => facts.keyResults.map(({ id }) => id)));
  const subjects = new Set<string>([...shown, ...objectiveIds, ...teamIds, cycle.id]);
  const ofShown = said.filter(({ subjectId }) => subjects.has(subjectId));
  return {
    site,
    cycle,
    cycles: cycles.map(({ id, name, phase }) => ({ id, name, phase })),
    count: { objectives: new Set(lines.map((line) => line.objectiveId)).size, keyResults: keyResults.length },
    teams: teamIds.flatMap((id) => {
      const own = objectives.filter(({ team }) => team.id === id);
      const [first] = own;
      if (!first) return [];
      const { name, can } = presentTeam(first.team, who);
      return [{ id, name, can, objectives: own.map((facts) => presentObjective(facts, site, who)) }];
    }),
    overburdened: overburdened(keyResults, site.rules.caps.carried),
    twice: measuredTwice(keyResults).filter(({ id }) => shown.has(id)),
    dismissed: dismissedOf(ofShown),
    worth: worthOf(ofShown),
    can: { edit: mayEditCycle(who) && cycle.phase !== 'closed' },
    next,
  };
}

/** The teams after the first `after`, as many as fit, at least one. */
function page(
  lines: readonly CycleLine[],
  after: number,
): { teamIds: TeamId[]; objectiveIds: ObjectiveId[]; next: number | null } {
  const teams = new Map<TeamId, CycleLine[]>();
  for (const line of lines) teams.set(line.teamId, [...(teams.get(line.teamId) ?? []), line]);
  const teamIds: TeamId[] = [];
  const objectiveIds = new Set<ObjectiveId>();
  let keyResults = 0;
  for (const [teamId, own] of [...teams].slice(after)) {
    const more = new Set(own.map(({ objectiveId }) => objectiveId));
    const fits = objectiveIds.size + more.size <= mostObjectives && keyResults + own.length <= mostKeyResults;
    if (teamIds.length > 0 && !fits)
      return { teamIds, objectiveIds: [...objectiveIds], next: after + teamIds.length };
    teamIds.push(teamId);
    for (const id of more) objectiveIds.add(id);
    keyResults += own.length;
  }
  return { teamIds, objectiveIds: [...objectiveIds], next: null };
}

function presentObjective(
  facts: ReviewFacts,
  { keyPrefix }: SiteReading,
  who: Who,
): ReviewReading['teams'][number]['objectives'][number] {
  const { id, version, number, title, why, owner } = facts.objective;
  const open = facts.cycle.phase !== 'closed';
  return {
    id,
    version,
    key: `${keyPrefix.objective}-${number}`,
    title,
    why: why.slice(0, longestDefinition),
    owner,
    can: { edit: open && mayEditObjective(who, facts) },
    connected: facts.connected,
    served: facts.served,
    keyResults: facts.keyResults.map((keyResult) => ({
      id: keyResult.id,
      version: keyResult.version,
      key: `${keyPrefix.keyResult}-${keyResult.number}`,
      title: keyResult.title,
      owner: keyResult.owner,
      definition: {
        ...keyResult.definition,
        definition: keyResult.definition.definition.slice(0, longestDefinition),
      },
      latest: keyResult.latest,
      drafted: keyResult.drafted,
      can: { edit: open && mayEditKeyResult(who, { ...facts, keyResult }) },
    })),
  };
}
