import type { ReactNode } from 'react';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { AccountId, KpiId } from '../../../../../src/domain/ids';
import { healthyEnd } from '../../../../../src/domain/kpi';
import type { KeyResultDefinition, Metric } from '../../../../../src/domain/metric';
import { sayValue } from '../../../../../src/domain/say';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords, type Words } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import type { StoodKpi } from './kpi-row';
import { sayRange } from './say-kpi';
import { stoodKpi } from './stood-kpi';

/** Reads the KPI that an objective starts from, and says so. */
export function FromKpi({ id, children }: { id: KpiId; children: (from: StoodKpi) => ReactNode }) {
  const { t } = useWords();
  const reading = useCall('kpi.read', { id });
  return (
    <Read reading={reading}>
      {({ kpi, site }) => (
        <>
          <Notice tone="info">
            <p>{t(words.startedFrom, { name: kpi.name })}</p>
          </Notice>
          {children(stoodKpi(kpi, site))}
        </>
      )}
    </Read>
  );
}

/** Words to begin an objective with: the person makes them their own. */
export function objectiveFromKpi({ kpi, standing, today }: StoodKpi, speech: Words) {
  const { t, locale, day } = speech;
  const { name, unit } = kpi;
  const { latest } = standing;
  const away = latest !== null && healthyEnd(kpi, latest.value) !== null;
  return {
    title: t(away ? words.objective : words.objectiveKeep, { name }),
    why:
      latest === null
        ? ''
        : t(words.objectiveWhy, {
            name,
            value: sayValue(latest.value, unit, locale),
            day: day(latest.on, today),
            range: sayRange(kpi, speech),
          }),
  };
}

/** A key result from the KPI's last value to its healthy range; one that is in its range is to stay there. */
export function keyResultFromKpi(
  { kpi, standing }: StoodKpi,
  { startsOn, dueOn }: { startsOn: LocalDate; dueOn: LocalDate },
  owner: AccountId | null,
  speech: Words,
): { title: string; owner: AccountId | null; definition: KeyResultDefinition } {
  const { t, locale } = speech;
  const { name, unit, min, max, description } = kpi;
  const { latest } = standing;
  const end = latest === null ? null : healthyEnd(kpi, latest.value);
  const say = (value: number) => sayValue(value, unit, locale);
  const metric: Metric =
    latest === null || end === null
      ? { kind: 'maintain', min, max }
      : { kind: end > latest.value ? 'increase' : 'decrease', start: latest.value, target: end };
  return {
    title:
      latest === null || end === null
        ? t(words.keyResultKeep, { name, range: sayRange(kpi, speech) })
        : t(words.keyResult, { name, value: say(latest.value), end: say(end) }),
    owner,
    definition: {
      metric,
      behaviour: { kind: 'level', averageOverDays: null },
      unit,
      startsOn,
      dueOn,
      commitment: 'committed',
      indicator: null,
      weight: 1,
      checkpoints: [],
      measuredEvery: { kind: 'cadence' },
      definition: description,
    },
  };
}
