import { dayIn, type Instant } from '../../domain/dates';
import { kpiStanding } from '../../domain/kpi';
import type { Rules } from '../../domain/rules';
import type { Freshness } from '../../domain/standing';
import type { KpiBeside } from '../../storage/beside-mine-reader';
import { wordsOf } from '../kpi/present-kpi';

/** Those whose value is due or stale, each in its team's time zone. */
export function kpisDue(
  kpis: readonly KpiBeside[],
  rules: Rules,
  now: Instant,
): (KpiBeside & { freshness: Freshness })[] {
  return kpis.flatMap((one) => {
    const { kpi, team } = one.place;
    const record = { ...wordsOf(kpi), madeOn: kpi.madeOn, values: one.values };
    const { freshness } = kpiStanding(record, rules, dayIn(team.timeZone, now));
    return freshness.state === 'fresh' ? [] : [{ ...one, freshness }];
  });
}
