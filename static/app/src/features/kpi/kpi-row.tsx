import type { ReactNode } from 'react';
import type { KpiReading } from '../../../../../src/contract/kpi-calls';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { KpiStanding } from '../../../../../src/domain/kpi';
import { sayValue } from '../../../../../src/domain/say';
import { FreshnessMark } from '../../components/freshness-mark';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import { HealthMark } from './health-mark';
import styles from './kpi.module.css';
import { sayRange, sayTrend } from './say-kpi';

export type StoodKpi = { kpi: KpiReading; standing: KpiStanding; today: LocalDate };

/** One KPI of a list: how it stands, where it goes, whether one hears of it. */
export function KpiRow({ of: { kpi, standing, today }, act }: { of: StoodKpi; act?: ReactNode }) {
  const speech = useWords();
  const { t, locale, day } = speech;
  const { latest } = standing;
  return (
    <li className={styles.row}>
      <div className={styles.cell}>
        <p>
          <PageLink to={`/kpis/${kpi.id}`}>{kpi.name}</PageLink>
        </p>
        <p className={styles.quiet}>
          {kpi.team.name} · <Person id={kpi.owner} inline />
        </p>
      </div>
      <div className={styles.cell}>
        <p>
          <span className={styles.value}>
            {latest === null
              ? t(words.never)
              : t(words.latest, {
                  value: sayValue(latest.value, kpi.unit, locale),
                  day: day(latest.on, today),
                })}
          </span>{' '}
          <span className={styles.quiet}>{sayRange(kpi, speech)}</span>
        </p>
        <p className={styles.quiet}>{sayTrend(standing.trend, speech)}</p>
        <FreshnessMark freshness={standing.freshness} today={today} />
      </div>
      <div className={styles.cell}>
        <HealthMark health={standing.health} />
        {act}
      </div>
    </li>
  );
}
