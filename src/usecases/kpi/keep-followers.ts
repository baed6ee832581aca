import type { JiraAnswer } from '../../atlassian/jira-request';
import type { Correction } from '../../domain/correction';
import { addDays, dayIn, instant } from '../../domain/dates';
import type { CheckInId, KeyResultId, KpiId } from '../../domain/ids';
import type { KpiValue } from '../../domain/kpi';
import type { CorrectionRow } from '../../storage/correction-repository';
import type { Follower } from '../../storage/number-source-repository';
import type { Repositories } from '../../storage/repositories';
import { hashOfContent } from '../content-hash';
import { derivedId } from '../measuring/derived-id';
import type { Upkeep } from '../work/keep-issues';

/** Values from before a key result's start that it takes over: enough for a verdict's baseline. */
const historyDays = 365;
/** Rows in one INSERT. */
const atOnce = 100;
/** Clocks differ, and acts take a moment: each run looks this far back again. */
const overlapMs = 10 * 60_000;

type Deps = Pick<Repositories, 'kpis' | 'numberSources' | 'checkIns' | 'corrections'>;

/**
 * Gives the key results that follow a KPI its values and corrections. Everything is read anew, and what is written has ids that
 * follow from the value and the key result, so that it can be done again at any time and doubles nothing
 * (docs/decisions/0024). A closed cycle takes follow-up alone, so that no score changes after it was given.
 */
export async function keepFollowers(deps: Deps, kpiId: KpiId): Promise<number> {
  const followers = await deps.numberSources.following(kpiId);
  if (followers.length === 0) return 0;
  const found = await deps.kpis.values({ by: 'id', id: kpiId }, null);
  const { values, corrections } = found.get(kpiId) ?? { values: [], corrections: [] };
  for (const follower of followers) await keepFollower(deps, follower, values, corrections);
  return followers.length;
}

async function keepFollower(
  deps: Deps,
  follower: Follower,
  values: readonly KpiValue[],
  corrections: readonly Correction[],
): Promise<void> {
  const { definition, keyResultId, timeZone, phase } = follower;
  const from = phase === 'closed' ? addDays(definition.dueOn, 1) : addDays(definition.startsOn, -historyDays);
  const first = new Map(corrections.filter(({ turn }) => turn === 1).map((one) => [one.about, one.from]));
  const own = values.filter(({ day }) => day >= from);
  const checkIns = own.map((value) => {
    const source = sourceOf(keyResultId, value.id);
    return {
      keyResultId,
      contentHash: hashOfContent(source),
      checkIn: {
        id: derivedId<'check-in'>(source),
        day: value.day,
        madeOn: dayIn(timeZone, value.recordedAt),
        recordedAt: value.recordedAt,
        by: value.by,
        source: 'kpi' as const,
        // As recorded: what was corrected since comes as the same corrections.
        value: first.get(value.id) ?? value.value,
        reached: null,
        confidence: null,
        evidence: value.note,
        blocker: '',
        decision: null,
        ask: null,
      },
    };
  });
  for (let at = 0; at < checkIns.length; at += atOnce) {
    await deps.checkIns.addDerived(checkIns.slice(at, at + atOnce));
  }
  const taken = new Set(own.map(({ id }) => id));
  await deps.corrections.addDerived(
    corrections
      .filter(({ about }) => taken.has(about))
      .map((one) => derivedCorrection(keyResultId, derivedId(sourceOf(keyResultId, one.about)), one)),
  );
}

function derivedCorrection(
  subjectId: KeyResultId,
  about: CheckInId,
  { id, turn, from, value, why, by, at }: Correction,
): CorrectionRow {
  const source = sourceOf(subjectId, id);
  const said = { turn, fromValue: from, value, why, correctedBy: by, correctedAt: at };
  return {
    id: derivedId<'correction'>(source),
    subjectId,
    about,
    ...said,
    contentHash: hashOfContent(source),
  };
}

/** What ids of a key result's copies of a KPI's values and corrections are derived from. */
function sourceOf(keyResultId: KeyResultId, id: string): string {
  return `kpi ${keyResultId} ${id}`;
}

/** Right after an act, which is saved whatever comes of this: the hourly schedule has the rest. */
export async function followAtOnce(deps: Deps, kpiId: KpiId): Promise<void> {
  try {
    await keepFollowers(deps, kpiId);
  } catch (error) {
    console.error('the key results that follow a KPI wait for the schedule', error);
  }
}

/** Every hour: what acts since the last run could not finish. */
export async function keepAllFollowers(deps: Upkeep): Promise<JiraAnswer<{ kpis: number }> | null> {
  const reached = await deps.work.reached('followers');
  const since = reached === undefined ? 0 : Date.parse(reached) - overlapMs;
  const kpis = await deps.kpis.touchedSince(instant(since));
  for (const id of kpis) await keepFollowers(deps, id);
  await deps.work.setReached('followers', deps.now);
  return kpis.length === 0 ? null : { ok: true, value: { kpis: kpis.length } };
}
