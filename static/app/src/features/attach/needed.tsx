import { measurementsNeeded } from '../../../../../src/domain/measurements-needed';
import { sayChange } from '../../../../../src/domain/say';
import type { Stood } from '../../components/how-it-stands';
import { attach } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import styles from './attach.module.css';

type Props = { of: Stood; effect: number; lagDays: number };

/** How many measurements this hypothesis will need to be judged, before anybody relies on it (design §3.8). */
export function Needed({ of, effect, lagDays }: Props) {
  const { t, locale, number } = useWords();
  const needed = measurementsNeeded(of.record, { effect, lagDays }, of.today);
  return (
    <p className={styles.needed} role="status">
      {needed.perSide === null
        ? t(attach.tooSmall, {
            smallest: sayChange(
              Number((needed.smallestSeen?.with6 ?? 0).toPrecision(2)),
              of.keyResult.definition.unit,
              locale,
            ),
          })
        : t(needed.noise.known ? attach.needs : attach.needsUnknown, {
            perSide: number(needed.perSide),
            days: number(needed.daysAfterLive),
            before: needed.before,
          })}
    </p>
  );
}
