/** The sample company as steps on this site: every one a call that a person could make. */
import type { CyclePhase, CycleReading } from '../../../../../src/contract/readings';
import type { CycleId, ObjectiveId } from '../../../../../src/domain/ids';
import type { CycleSlug, SampleKeyResult, SampleObjective } from './company';
import { alignmentStep } from './plan-alignment';
import { endingSteps } from './plan-ending';
import { followSteps, kpiSteps } from './plan-kpis';
import { meetingStep } from './plan-meetings';
import { workSteps, runWorkSteps } from './plan-work';
import { sampleCheckIns, told, type Told } from './sample-check-ins';
import { cyclesAround, cyclesFrom, type SampleCycles, type Span } from './sample-dates';
import { sampleDefinition } from './sample-definition';
import { cycleId, requestOf, teamId, type SampleIds } from './sample-ids';
import { accountOf, type Asked, type Step, type StepKind } from './step';

const phases: readonly CyclePhase[] = ['draft', 'active', 'scoring', 'closed'];
/** What a quarter is not started or closed without; work in Jira may be missing. */
const outcome: readonly StepKind[] = ['objective', 'key-result', 'check-ins'];
const cycleSlugs: readonly CycleSlug[] = ['year', 'last', 'running', 'next', 'after-next'];

/**
 * All steps in order. The last quarter is closed and the running one started when everything in them is done: a company
 * that is partly there can always go on.
 */
export function planSample(asked: Asked): Step[] {
  const { company } = asked;
  const dates = cyclesOf(asked);
  const of = (slug: CycleSlug) =>
    company.objectives
      .filter(({ cycle }) => cycle === slug)
      .flatMap(({ of: objectives }) => objectives.flatMap((one) => objectiveSteps(asked, slug, dates, one)));
  const all = (steps: Step[]) => steps.filter(({ kind }) => outcome.includes(kind)).map(({ id }) => id);
  const year = of('year');
  const last = of('last');
  const running = of('running');
  // Both ends of what is served, and of what is needed.
  const aligned = [...year, ...running]
    .filter(({ kind }) => kind === 'objective' || kind === 'key-result')
    .map(({ id }) => id);
  const ending = endingSteps(asked, [phaseId('last', 'scoring')]);
  return [
    ...teamSteps(asked),
    ...cycleSlugs.map((slug) => cycleStep(asked, slug, dates)),
    phaseStep(asked, 'year', dates, 'active', []),
    ...year,
    phaseStep(asked, 'last', dates, 'active', []),
    ...last,
    phaseStep(asked, 'last', dates, 'scoring', all(last)),
    ...ending,
    phaseStep(asked, 'last', dates, 'closed', [phaseId('last', 'scoring'), ...ending.map(({ id }) => id)]),
    ...kpiSteps(asked),
    ...running,
    ...runWorkSteps(asked),
    alignmentStep(asked, aligned),
    phaseStep(asked, 'running', dates, 'active', [phaseId('last', 'closed'), ...all(running)]),
    ...(hasMet(asked, dates.running) ? [meetingStep(asked, [phaseId('running', 'active')])] : []),
  ];
}

/** The company's cycles: around today, else around the quarter that an earlier filling began. */
export function cyclesOf({ ids, existing, today }: Pick<Asked, 'ids' | 'existing' | 'today'>): SampleCycles {
  const began = existing.cycles.find(({ id }) => id === cycleId(ids, 'running'))?.startsOn;
  return began === undefined ? cyclesAround(today) : cyclesFrom(began);
}

/** The cycles whose OKRs tell how far an earlier filling came. */
export function cyclesToRead(ids: SampleIds, cycles: readonly CycleReading[]): CycleId[] {
  const mine = (['year', 'last', 'running'] as const).map((slug) => cycleId(ids, slug));
  return mine.filter((id) => cycles.some((cycle) => cycle.id === id));
}

const phaseId = (slug: CycleSlug, phase: CyclePhase) => `phase:${slug}:${phase}`;

function teamSteps(asked: Asked): Step[] {
  const { company, ids, jira, timeZone, existing } = asked;
  const [organisation] = company.teams;
  return company.teams.map(({ slug, name, level, lead, members }) => {
    const id = teamId(ids, slug);
    const parentId = level === 'organisation' || !organisation ? null : teamId(ids, organisation.slug);
    const served = company.objectives
      .flatMap(({ of }) => of)
      .filter(({ team }) => team === slug)
      .flatMap(({ keyResults }) => keyResults.flatMap(({ initiatives }) => initiatives))
      .map((initiative) => jira.issues.get(initiative.slug)?.projectId ?? null)
      .filter((projectId) => projectId !== null);
    const team = {
      name,
      level,
      parentId,
      lead: accountOf(asked, lead),
      members: members.map((member) => jira.people.get(member)).filter((member) => member !== undefined),
      projectIds: mostOften(served),
      timeZone,
      cadence: 'weekly' as const,
    };
    return {
      id,
      kind: 'team',
      makes: 1,
      title: name,
      needs: parentId === null ? [] : [parentId],
      there: existing.teams.some((one) => one.id === id),
      run: (call) => call('team.create', { id, requestId: requestOf(id, 'create'), team }),
    };
  });
}

/** The project most of a team's issues are in: an issue borrowed from another team does not make its project theirs. */
function mostOften<T>(values: readonly T[]): T[] {
  const timesOf = (value: T) => values.filter((one) => one === value).length;
  return [...new Set(values)].sort((a, b) => timesOf(b) - timesOf(a)).slice(0, 1);
}

function cycleStep(asked: Asked, slug: CycleSlug, dates: SampleCycles): Step {
  const { ids, existing, nameOf } = asked;
  const id = cycleId(ids, slug);
  const parentId = slug === 'year' ? null : cycleId(ids, 'year');
  const cycle = { name: nameOf(slug, dates), ...dates[slug], parentId };
  return {
    id,
    kind: 'cycle',
    makes: 1,
    title: cycle.name,
    needs:
      parentId === null ? asked.company.teams.slice(0, 1).map((team) => teamId(ids, team.slug)) : [parentId],
    there: existing.cycles.some((one) => one.id === id),
    run: (call) => call('cycle.create', { id, requestId: requestOf(id, 'create'), cycle }),
  };
}

function phaseStep(
  { ids, existing, nameOf }: Asked,
  slug: CycleSlug,
  dates: SampleCycles,
  phase: Exclude<CyclePhase, 'draft'>,
  needs: string[],
): Step {
  const id = cycleId(ids, slug);
  const reached = (cycle: CycleReading | undefined) =>
    cycle !== undefined && phases.indexOf(cycle.phase) >= phases.indexOf(phase);
  return {
    id: phaseId(slug, phase),
    kind: `to-${phase}`,
    makes: 1,
    title: nameOf(slug, dates),
    needs: [id, ...needs],
    there: reached(existing.cycles.find((cycle) => cycle.id === id)),
    run: async (call) => {
      const directory = await call('directory.read', {});
      if (!directory.ok) return directory;
      const cycle = directory.value.cycles.find((one) => one.id === id);
      if (reached(cycle)) return { ok: true, value: null };
      const version = cycle?.version ?? 1;
      const requestId = requestOf(id, `${phase}:${version}`);
      return call('cycle.set-phase', { id, version, requestId, phase, why: '' });
    },
  };
}

function objectiveSteps(asked: Asked, slug: CycleSlug, dates: SampleCycles, of: SampleObjective): Step[] {
  const { ids, existing } = asked;
  const id = ids<'objective'>(`objective:${of.slug}`);
  const inTeam = teamId(ids, of.team);
  const inCycle = cycleId(ids, slug);
  // A closed cycle takes nothing any more, and what was taken out of it since shall stay out.
  const over = existing.cycles.some((cycle) => cycle.id === inCycle && cycle.phase === 'closed');
  const objective = {
    title: of.title,
    why: of.why,
    owner: accountOf(asked, of.owner),
    restricted: of.restricted ?? false,
    viewers: [],
  };
  const step: Step = {
    id,
    kind: 'objective',
    makes: 1,
    title: of.title,
    needs: [inTeam, inCycle],
    there: over || existing.objectives.some((one) => one.id === id),
    run: (call) =>
      call('objective.create', {
        id,
        requestId: requestOf(id, 'create'),
        teamId: inTeam,
        cycleId: inCycle,
        objective,
      }),
  };
  const beneath = of.keyResults.flatMap((keyResult) => keyResultSteps(asked, id, dates[slug], keyResult));
  return [step, ...(over ? beneath.map((one) => ({ ...one, there: true })) : beneath)];
}

/** A team's check-ins are told when what they decided is: early in a quarter nothing was decided yet. */
function hasMet(asked: Asked, running: Span): boolean {
  const { done } = asked.company.meetings;
  const of = asked.company.objectives
    .flatMap((one) => one.of)
    .flatMap(({ keyResults }) => keyResults)
    .find(({ slug }) => slug === done.keyResult);
  const story = of && toldSoFar(asked, of, running);
  return story !== undefined && story.on <= story.upTo;
}

/** Told by the check-ins that an earlier filling made, else by those of today. What people added since tells no story. */
function toldSoFar({ ids, existing, today }: Asked, of: SampleKeyResult, span: Span): Told {
  const id = ids<'key-result'>(`key-result:${of.slug}`);
  const known = existing.objectives.flatMap(({ keyResults }) => keyResults).find((one) => one.id === id);
  const made = known?.checkIns.filter(({ source }) => source === 'sample') ?? [];
  const definition = sampleDefinition(of, span, (at) => ids(`milestone:${of.slug}:${at}`));
  const checkIns = made.length > 0 ? made : sampleCheckIns(of, definition, today);
  return told(
    of,
    span.startsOn,
    checkIns.map(({ day }) => day),
  );
}

function keyResultSteps(
  asked: Asked,
  objectiveId: ObjectiveId,
  span: SampleCycles[CycleSlug],
  of: SampleKeyResult,
): Step[] {
  const { ids, existing, today } = asked;
  const id = ids<'key-result'>(`key-result:${of.slug}`);
  const known = existing.objectives.flatMap(({ keyResults }) => keyResults).find((one) => one.id === id);
  const definition = sampleDefinition(of, span, (at) => ids(`milestone:${of.slug}:${at}`));
  const keyResult = { title: of.title, owner: accountOf(asked, of.owner), definition };
  const checkIns = sampleCheckIns(of, definition, today).map(({ decision, ...said }) => ({
    ...said,
    id: ids<'check-in'>(`check-in:${of.slug}:${said.day}`),
    decision: decision && { ...decision, owner: accountOf(asked, decision.owner) },
  }));
  return [
    {
      id,
      kind: 'key-result',
      makes: 1,
      title: of.title,
      needs: [objectiveId],
      there: known !== undefined,
      run: (call) =>
        call('key-result.create', { id, requestId: requestOf(id, 'create'), objectiveId, keyResult }),
    },
    {
      id: `check-ins:${id}`,
      kind: 'check-ins',
      makes: checkIns.length,
      title: of.title,
      needs: [id],
      there: (known?.checkIns.length ?? 0) > 0,
      run: (call) => call('check-in.import', { keyResultId: id, source: 'sample', checkIns }),
    },
    ...followSteps(asked, id, of, known),
    ...workSteps(asked, {
      id,
      of,
      known,
      told: toldSoFar(asked, of, span),
    }),
  ];
}
