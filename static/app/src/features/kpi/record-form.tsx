import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { isLocalDate } from '../../../../../src/domain/dates';
import { sayValue } from '../../../../../src/domain/say';
import { ActMessage } from '../../components/act-message';
import { refusedField } from '../../components/field';
import { parseNumber } from '../../components/number-text';
import { TextField } from '../../components/text-field';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import type { StoodKpi } from './kpi-row';
import styles from './kpi.module.css';

/** Records a value of today, or of a day before. */
export function RecordForm({ of: { kpi, today } }: { of: StoodKpi }) {
  const { t, locale, number } = useWords();
  const [value, setValue] = useState('');
  const [day, setDay] = useState<string>(today);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct('kpi.record');
  const read = parseNumber(value, locale);

  async function save() {
    setTried(true);
    if (read === null || !isLocalDate(day)) return;
    const said = { kpiId: kpi.id, day, value: read, note, source: 'person' as const };
    const answer = await act.run(({ id }) => ({ id: id(), ...said }));
    if (!answer?.ok) return;
    flag({ title: t(words.recorded, { value: sayValue(read, kpi.unit, locale) }) });
    setValue('');
    setNote('');
    setDay(today);
    setTried(false);
  }

  return (
    <form
      className={styles.section}
      noValidate
      aria-label={t(words.record)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Heading size="small" as="h2">
        {t(words.record)}
      </Heading>
      <div className={styles.pair}>
        <TextField
          label={t(words.value)}
          inputMode="decimal"
          value={value}
          error={
            tried && read === null
              ? t(words.valueWrong, { example: number(2.5) })
              : refusedField(act.refusal, 'value')
          }
          onText={setValue}
        />
        <TextField
          label={t(words.day)}
          type="date"
          max={today}
          value={day}
          error={tried && !isLocalDate(day) ? t(words.dayWrong) : refusedField(act.refusal, 'day')}
          onText={setDay}
        />
        <TextField
          label={t(words.note)}
          {...(day !== today && { hint: t(words.noteHint) })}
          value={note}
          error={refusedField(act.refusal, 'note')}
          onText={setNote}
        />
      </div>
      <ActMessage act={act} fields={['value', 'day', 'note']} />
      <div>
        <Button type="submit" appearance="primary" isLoading={act.busy}>
          {t(words.recordIt)}
        </Button>
      </div>
    </form>
  );
}
