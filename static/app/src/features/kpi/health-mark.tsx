import type { KpiHealth } from '../../../../../src/domain/kpi';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import styles from './kpi.module.css';

const signs: Record<KpiHealth, string> = { healthy: '✓', below: '▼', above: '▲', unknown: '?' };

/** Whether a KPI is in its range, in words with a sign. */
export function HealthMark({ health }: { health: KpiHealth }) {
  const { t } = useWords();
  return (
    <span className={styles.health} data-health={health}>
      <span aria-hidden="true">{signs[health]}</span> {t(words[health])}
    </span>
  );
}
