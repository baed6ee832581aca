/** Worlds in one line each, made through the use cases, as people make them. */
import { randomUUID } from 'node:crypto';
import type { CallName, Output, Parsed } from '../../src/contract/calls';
import type { Result } from '../../src/contract/result';
import { localDate } from '../../src/domain/dates';
import type { AccountId, RequestId, Tagged } from '../../src/domain/ids';
import { handlers, type Handler } from '../../src/entry/handlers';
import type { KeyResultDefinition } from '../../src/domain/metric';
import type { Installation } from './installation';
import { noteRan } from './ran';

/** A new id of any kind. */
export function newId<K extends string>(): Tagged<K> {
  return randomUUID() as Tagged<K>;
}

export function person(name: string): AccountId {
  return name as AccountId;
}

/** The people of every world here. */
export const people = {
  okrLead: person('olga-okr-lead'),
  lead: person('lena-lead'),
  member: person('mo-member'),
  owner: person('otto-owner'),
  viewer: person('vera-viewer'),
  stranger: person('sam-stranger'),
};

/** The value of a success; a refusal fails the test with its sentence. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}

/** Makes a call as a person, past the resolver: what is sent is taken as parsed. */
export async function call<N extends CallName>(
  site: Installation,
  by: AccountId,
  name: N,
  input: Parsed<N>,
): Promise<Result<Output<N>>> {
  const handler: Handler<N> = handlers[name];
  const result = await handler(site.as(by), input);
  if (result.ok) noteRan('call', name);
  return result;
}

type Team = Parsed<'team.create'>['team'];
type Cycle = Parsed<'cycle.create'>['cycle'];
type Objective = Parsed<'objective.create'>['objective'];
type KeyResult = Parsed<'key-result.create'>['keyResult'];
type CheckIn = Parsed<'check-in.record'>;
type OutsideEvent = Parsed<'outside-event.mark'>['event'];
type PastCheckIn = Parsed<'check-in.import'>['checkIns'][number];

export const aTeam = (more: Partial<Team> = {}): Team => ({
  name: 'Checkout',
  level: 'team',
  parentId: null,
  lead: people.lead,
  members: [people.member],
  projectIds: [],
  timeZone: 'Europe/Berlin',
  cadence: 'weekly',
  ...more,
});

export const aCycle = (more: Partial<Cycle> = {}): Cycle => ({
  name: '2026 Q2',
  startsOn: localDate('2026-04-01'),
  endsOn: localDate('2026-06-30'),
  parentId: null,
  ...more,
});

export const anObjective = (more: Partial<Objective> = {}): Objective => ({
  title: 'Buying is effortless',
  why: '',
  owner: null,
  restricted: false,
  viewers: [],
  ...more,
});

export const aDefinition = (more: Partial<KeyResultDefinition> = {}): KeyResultDefinition => ({
  metric: { kind: 'increase', start: 40, target: 80 },
  behaviour: { kind: 'level', averageOverDays: null },
  unit: { kind: 'percent' },
  startsOn: localDate('2026-04-01'),
  dueOn: localDate('2026-06-30'),
  commitment: 'committed',
  indicator: null,
  weight: 1,
  checkpoints: [],
  measuredEvery: { kind: 'cadence' },
  definition: 'Orders ÷ visits, from the data warehouse.',
  ...more,
});

export const aKeyResult = (more: Partial<KeyResult> = {}): KeyResult => ({
  title: 'Checkout conversion from 40 % to 80 %',
  owner: people.owner,
  definition: aDefinition(),
  ...more,
});

export const aCheckIn = (keyResultId: CheckIn['keyResultId'], more: Partial<CheckIn> = {}): CheckIn => ({
  id: newId(),
  keyResultId,
  day: localDate('2026-05-12'),
  value: 63,
  reached: null,
  confidence: 6,
  evidence: '',
  blocker: '',
  decision: null,
  ask: null,
  ...more,
});

/** A check-in that was kept elsewhere, as `check-in.import` takes it. */
export const aPastCheckIn = (more: Partial<PastCheckIn> = {}): PastCheckIn => ({
  id: newId(),
  day: localDate('2026-05-12'),
  value: 63,
  reached: null,
  confidence: 6,
  evidence: '',
  blocker: '',
  decision: null,
  ...more,
});

export const anEvent = (more: Partial<OutsideEvent> = {}): OutsideEvent => ({
  kind: 'campaign',
  on: localDate('2026-05-04'),
  until: null,
  title: 'Spring sale',
  ...more,
});

const request = (): RequestId => newId();

/** Makes a team; its lead is `people.lead` unless said otherwise. */
export async function makeTeam(site: Installation, more: Partial<Team> = {}) {
  const input = { id: newId<'team'>(), requestId: request(), team: aTeam(more) };
  return unwrap(await call(site, people.lead, 'team.create', input)).id;
}

/** Makes a cycle and takes it to a phase. */
export async function makeCycle(
  site: Installation,
  more: Partial<Cycle> = {},
  phase: 'draft' | 'active' | 'scoring' | 'closed' = 'active',
) {
  site.okrLeads.add(people.okrLead);
  const input = { id: newId<'cycle'>(), requestId: request(), cycle: aCycle(more) };
  const { id } = unwrap(await call(site, people.okrLead, 'cycle.create', input));
  await moveCycle(site, id, phase);
  return id;
}

const phases = ['draft', 'active', 'scoring', 'closed'] as const;

/** Takes a drafted cycle forward, one phase after the other. */
export async function moveCycle(site: Installation, id: Tagged<'cycle'>, to: (typeof phases)[number]) {
  const standing = await site.repositories.cycles.find(id);
  if (!standing) throw new Error('no such cycle');
  let { version } = standing;
  for (const phase of phases.slice(phases.indexOf(standing.phase) + 1, phases.indexOf(to) + 1)) {
    const move = { id, version, requestId: request(), phase, why: 'on time' };
    ({ version } = unwrap(await call(site, people.okrLead, 'cycle.set-phase', move)));
  }
}

/** Makes an objective of a team in a cycle, as the team's lead. */
export async function makeObjective(
  site: Installation,
  place: { teamId: Tagged<'team'>; cycleId: Tagged<'cycle'> },
  more: Partial<Objective> = {},
) {
  const input = { id: newId<'objective'>(), requestId: request(), ...place, objective: anObjective(more) };
  return unwrap(await call(site, people.lead, 'objective.create', input)).id;
}

/** Makes a key result under an objective, as the team's lead. */
export async function makeKeyResult(
  site: Installation,
  objectiveId: Tagged<'objective'>,
  more: Partial<KeyResult> = {},
) {
  const input = { id: newId<'key-result'>(), requestId: request(), objectiveId, keyResult: aKeyResult(more) };
  return unwrap(await call(site, people.lead, 'key-result.create', input)).id;
}

/** Records check-ins with these values on these days, as a member: `{ '2026-05-05': 60 }`. */
export async function checkInOn(
  site: Installation,
  keyResultId: Tagged<'key-result'>,
  values: Record<string, number>,
) {
  for (const [on, value] of Object.entries(values)) {
    unwrap(
      await call(
        site,
        people.member,
        'check-in.record',
        aCheckIn(keyResultId, { day: localDate(on), value, evidence: 'Counted by hand.' }),
      ),
    );
  }
}

/** Records a check-in that decides something, as a member. */
export async function makeDecision(site: Installation, keyResultId: Tagged<'key-result'>) {
  const decision = { text: 'Talk to ten people', owner: people.owner, dueOn: localDate('2026-05-19') };
  const input = aCheckIn(keyResultId, { value: null, confidence: null, decision });
  unwrap(await call(site, people.member, 'check-in.record', input));
  return input.id;
}

/** Praises the owner on a key result, as a member. */
export async function makePraise(site: Installation, keyResultId: Tagged<'key-result'>) {
  const words = 'Ten calls in two days.';
  const input = { id: newId<'recognition'>(), keyResultId, person: people.owner, words };
  return unwrap(await call(site, people.member, 'recognition.give', input)).id;
}

/** Marks an outside event on a key result, as a member. */
export async function makeEvent(
  site: Installation,
  keyResultId: Tagged<'key-result'>,
  more: Partial<OutsideEvent> = {},
) {
  const input = { id: newId<'outside-event'>(), requestId: request(), keyResultId, event: anEvent(more) };
  return unwrap(await call(site, people.member, 'outside-event.mark', input)).id;
}

/** Scores a key result 0.4, to be rewritten, as its owner; its cycle is being scored. */
export async function makeScore(
  site: Installation,
  keyResultId: Tagged<'key-result'>,
  more: Partial<Parsed<'key-result.score'>> = {},
) {
  const said = { score: 0.4, rationale: 'Counted by hand.', next: 'rewrite' as const };
  const input = { id: newId<'score'>(), version: 0, requestId: request(), keyResultId, ...said, ...more };
  return unwrap(await call(site, people.owner, 'key-result.score', input));
}

/** A team with one objective and one key result in a running cycle. */
export async function makeWorld(site: Installation) {
  const teamId = await makeTeam(site);
  const cycleId = await makeCycle(site);
  const objectiveId = await makeObjective(site, { teamId, cycleId });
  const keyResultId = await makeKeyResult(site, objectiveId);
  return { teamId, cycleId, objectiveId, keyResultId };
}

/** Says what an objective serves, as the lead of every team here. */
export async function makeServes(
  site: Installation,
  objectiveId: Tagged<'objective'>,
  serves: Parsed<'objective.serve'>['serves'],
) {
  const input = { id: newId<'alignment'>(), version: 0, requestId: request(), objectiveId, serves };
  return unwrap(await call(site, people.lead, 'objective.serve', input));
}

/** Another team of the same lead, with an objective and a key result in a cycle. */
export async function makeOtherTeam(site: Installation, cycleId: Tagged<'cycle'>, more: Partial<Team> = {}) {
  const teamId = await makeTeam(site, { name: 'Platform', ...more });
  const objectiveId = await makeObjective(site, { teamId, cycleId }, { title: 'Nothing breaks at night' });
  const keyResultId = await makeKeyResult(site, objectiveId, { title: 'Outages from 40 to 4' });
  return { teamId, objectiveId, keyResultId };
}

/** Asks a team for what a key result needs of it, as the key result's owner. */
export async function makeDependency(
  site: Installation,
  keyResultId: Tagged<'key-result'>,
  teamId: Tagged<'team'>,
) {
  const said = { keyResultId, teamId, needs: 'Orders in the data warehouse by May.' };
  const input = { id: newId<'dependency'>(), version: 0, requestId: request(), ...said };
  return unwrap(await call(site, people.owner, 'dependency.ask', input));
}

/** Shows a key result beneath an objective of another team, as the lead of every team here. */
export async function makeShared(
  site: Installation,
  keyResultId: Tagged<'key-result'>,
  objectiveId: Tagged<'objective'>,
) {
  const said = { keyResultId, objectiveId, shown: true };
  const input = { id: newId<'shared-key-result'>(), version: 0, requestId: request(), ...said };
  return unwrap(await call(site, people.lead, 'key-result.show-under', input));
}
