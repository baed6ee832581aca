import type { Output, Parsed } from '../../contract/calls';
import type { LearningReading } from '../../contract/learning-calls';
import { ok, refuse, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import { learntOf } from '../../domain/learnt-work';
import { nameAmong } from '../../domain/team-tree';
import type { LearntRecord } from '../../storage/learning-reader';
import type { ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';

/**
 * A page’s bounds: 200 key results at 180 bytes, 500 initiatives at 210 and 500 teams at 107 (names of 20 letters) stay
 * beneath 200 KB.
 */
const mostKeyResults = 200;
const mostWork = 500;

type Learnt = LearningReading['keyResults'][number];

/**
 * What the work so far teaches, of what this person may see: four statements in two steps. Verdicts are computed here, so
 * that no check-in travels; a page ends with a whole key result. Source: design §3.8.
 */
export async function readLearning(
  deps: Dependencies,
  { teamId, before }: Parsed<'learning.read'>,
): Promise<Result<Output<'learning.read'>>> {
  const [teams, found] = await Promise.all([
    deps.teams.list(),
    deps.learning.keyResults(teamId, before, deps.me, mostKeyResults + 1),
  ]);
  if (teamId && !teams.some(({ id }) => id === teamId)) {
    return refuse('not-found', 'This team is not there. Choose another.', 'teamId');
  }
  const asked = found.slice(0, mostKeyResults);
  const ids = asked.map(({ id }) => id);
  const [{ site, objectives }, records] =
    ids.length === 0
      ? [{ site: null, objectives: [] }, []]
      : await Promise.all([
          deps.okrs.read({ by: 'key-results', ids }, deps.me, { texts: false }),
          deps.learning.work(ids),
        ]);
  const places = new Map(
    objectives.flatMap((facts) => facts.keyResults.map((keyResult) => [keyResult.id, { facts, keyResult }])),
  );
  const { keyResults, earlier } = page(asked, found.length > mostKeyResults, (id) => {
    const place = places.get(id);
    if (!place) return null;
    const { facts, keyResult } = place;
    return {
      id,
      key: `${site?.keyPrefix.keyResult ?? ''}-${keyResult.number}`,
      teamId: facts.team.id,
      cycleId: facts.cycle.id,
      work: learntWork(deps, facts, keyResult, records),
    };
  });
  const cycleIds = new Set(keyResults.map(({ cycleId }) => cycleId));
  return ok({
    teams: teams.map(nameAmong(teams)),
    cycles: cyclesOf(objectives).filter(({ id }) => cycleIds.has(id)),
    keyResults,
    earlier,
  });
}

/** The learnt work of one key result, detached work included. `records` may hold other key results' too. */
function learntWork(
  deps: Pick<Dependencies, 'now'>,
  { team }: ObjectiveFacts,
  keyResult: ObjectiveFacts['keyResults'][number],
  records: readonly LearntRecord[],
): Learnt['work'] {
  const { timeZone, cadence } = team;
  const today = dayIn(timeZone, deps.now);
  const own = records.filter(({ keyResultId }) => keyResultId === keyResult.id);
  return own.flatMap(({ initiative: found, detachedAt, children }) => {
    const attached = keyResult.initiatives.find(({ id }) => id === found.id);
    const initiative = attached ?? found;
    const detachedOn = detachedAt === null ? null : dayIn(timeZone, detachedAt);
    const on = { ...keyResult, cadence, timeZone };
    const learnt = learntOf(initiative, on, { detachedOn, children }, today);
    return learnt ? [{ issueId: initiative.issueId, ...learnt }] : [];
  });
}

/** As many whole key results as fit, at least one; those that teach nothing are left out. */
function page(
  asked: readonly { id: Learnt['id']; number: number }[],
  more: boolean,
  learn: (id: Learnt['id']) => Learnt | null,
): Pick<LearningReading, 'keyResults' | 'earlier'> {
  const keyResults: Learnt[] = [];
  let count = 0;
  let last: number | null = null;
  for (const { id, number } of asked) {
    const one = learn(id);
    count += one?.work.length ?? 0;
    if (count > mostWork && keyResults.length > 0) return { keyResults, earlier: last };
    last = number;
    if (one && one.work.length > 0) keyResults.push(one);
  }
  return { keyResults, earlier: more ? last : null };
}

function cyclesOf(objectives: readonly ObjectiveFacts[]): LearningReading['cycles'] {
  const cycles = new Map(objectives.map(({ cycle: { id, name, startsOn } }) => [id, { id, name, startsOn }]));
  return [...cycles.values()].sort((a, b) => b.startsOn.localeCompare(a.startsOn));
}
