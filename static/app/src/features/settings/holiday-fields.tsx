import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { isLocalDate } from '../../../../../src/domain/dates';
import { TextField } from '../../components/text-field';
import { settingsWords } from '../../messages/en/settings';
import { useWords } from '../../messages/use-words';
import form from '../objective/form.module.css';
import pages from '../pages/pages.module.css';
import type { FieldsProps } from './fields-props';
import { Group } from './group';
import styles from './settings.module.css';

/** The days that pause freshness. */
export function HolidayFields({ draft, change, errorOf, isDisabled }: FieldsProps) {
  const { t, day } = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { holidays } = draft;

  function add() {
    if (!isLocalDate(typed)) {
      setWrong(t(settingsWords.holidayMissing));
    } else if (holidays.includes(typed)) {
      setWrong(t(settingsWords.holidayTwice));
    } else {
      setWrong(null);
      setTyped('');
      change({ holidays: [...holidays, typed].toSorted() });
    }
  }

  return (
    <Group title={t(settingsWords.freshness)} why={t(settingsWords.freshnessWhy)} isDisabled={isDisabled}>
      {holidays.length === 0 && <p className={pages.quiet}>{t(settingsWords.noHolidays)}</p>}
      {holidays.length > 0 && (
        <ul className={form.acts}>
          {holidays.map((holiday) => (
            <li key={holiday}>
              <Button
                spacing="compact"
                isDisabled={isDisabled}
                aria-label={t(settingsWords.removeHoliday, { day: day(holiday) })}
                onClick={() => change({ holidays: holidays.filter((one) => one !== holiday) })}
              >
                {`${day(holiday)} ✕`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!isDisabled && (
        <div className={styles.add}>
          <TextField
            label={t(settingsWords.holiday)}
            type="date"
            value={typed}
            error={wrong ?? errorOf('holidays')}
            onText={setTyped}
          />
          <Button onClick={add}>{t(settingsWords.addHoliday)}</Button>
        </div>
      )}
    </Group>
  );
}
