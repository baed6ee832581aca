import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import type { Correction } from '../../../../../src/domain/correction';
import type { KpiValue } from '../../../../../src/domain/kpi';
import { sayValue } from '../../../../../src/domain/say';
import { usePlace } from '../../boot/place-context';
import { Person } from '../../components/person';
import { When } from '../../components/when';
import { keyResultWords } from '../../messages/en/key-result';
import { kpiWords as words } from '../../messages/en/kpi';
import { measuring } from '../../messages/en/measuring';
import { useWords } from '../../messages/use-words';
import { useModal } from '../../rpc/use-modal';
import { sayCorrection } from '../measuring/say-correction';
import keyResult from '../key-result/key-result.module.css';
import type { StoodKpi } from './kpi-row';
import styles from './kpi.module.css';

const firstShown = 6;

/** What was recorded, newest first, each with its source and its corrections. */
export function KpiValues({ of, corrections }: { of: StoodKpi; corrections: readonly Correction[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const newestFirst = [...of.kpi.values].reverse();
  const shown = all ? newestFirst : newestFirst.slice(0, firstShown);
  return (
    <section className={styles.section} aria-labelledby="kpi-values">
      <Heading size="small" as="h2" id="kpi-values">
        {t(words.values)}
      </Heading>
      {newestFirst.length === 0 && <p className={styles.quiet}>{t(words.noValues)}</p>}
      <ul className={styles.rows}>
        {shown.map((value) => (
          <ValueRow
            key={value.id}
            of={of}
            value={value}
            corrections={corrections.filter(({ about }) => about === value.id)}
          />
        ))}
      </ul>
      {shown.length < newestFirst.length && (
        <div>
          <Button onClick={() => setAll(true)}>
            {t(keyResultWords.more, { count: newestFirst.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

type RowProps = { of: StoodKpi; value: KpiValue; corrections: readonly Correction[] };

function ValueRow({ of: { kpi, today }, value: row, corrections }: RowProps) {
  const speech = useWords();
  const { t, locale, day } = speech;
  const openModal = useModal();
  const { accountId } = usePlace();
  const on = day(row.day, today);
  const value = row.value === null ? '' : sayValue(row.value, kpi.unit, locale);
  const later = kpi.values.findLast((one) => one.day === row.day && one.value !== null);
  const mayCorrect = !kpi.removed && (kpi.can.edit || (kpi.can.record && row.by === accountId));
  return (
    <li className={keyResult.row}>
      <div className={keyResult.rowHead}>
        <p>
          <strong>
            {row.value === null
              ? t(measuring.takenBack, { day: on })
              : t(keyResultWords.measured, { value, day: on })}
          </strong>
          {row.value !== null && later?.id !== row.id && ` · ${t(measuring.superseded)}`}
        </p>
        {mayCorrect && (
          <Button
            appearance="subtle"
            spacing="compact"
            aria-label={t(measuring.correctOf, { value, day: on })}
            onClick={() => void openModal({ surface: 'correct-kpi-value', kpiId: kpi.id, checkInId: row.id })}
          >
            {t(measuring.correct)}
          </Button>
        )}
      </div>
      {corrections.map((correction) => (
        <p key={correction.id} className={styles.quiet}>
          {sayCorrection(correction, kpi.unit, speech)} · <Person id={correction.by} inline /> ·{' '}
          <When at={correction.at} />
        </p>
      ))}
      {row.note !== '' && <p className={styles.text}>{row.note}</p>}
      <p className={styles.quiet}>
        <Person id={row.by} inline /> · <When at={row.recordedAt} /> ·{' '}
        {t(keyResultWords.source, { source: row.source })}
      </p>
    </li>
  );
}
