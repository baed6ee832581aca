import type { LearningReading } from '../../../../../src/contract/learning-calls';
import { learn, movedRange } from '../../../../../src/domain/learning';
import type { LearntWork } from '../../../../../src/domain/learnt-work';
import { sayShare } from '../../../../../src/domain/say';
import { learningWords as words } from '../../messages/en/learning';
import { useWords } from '../../messages/use-words';
import styles from './learning.module.css';
import { withoutKinds } from './without-kinds';

type Props = { work: readonly LearntWork[]; cycles: LearningReading['cycles'] };

/** The counts in one sentence, what chance alone would give, and what they leave open. */
export function Summary({ work, cycles }: Props) {
  const { t, locale, list } = useWords();
  const learned = learn(withoutKinds(work));
  const { judged, moved, didNotMove, couldNotSee, movedWrongWay, notJudged, heldOtherwise } = learned;
  const { low, high } = movedRange(learned);
  const inOrder = [...cycles].sort((a, b) => a.startsOn.localeCompare(b.startsOn)).map(({ name }) => name);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  // "About 0.05", "about 0.6", "about 12".
  const { byChance } = learned;
  const chance = byChance < 1 ? Number(byChance.toPrecision(1)) : Math.round(byChance);
  return (
    <section className={styles.section} aria-label={t(words.title)}>
      {judged === 0 ? (
        <>
          <p className={styles.said}>{t(words.noneJudged, { count: notJudged })}</p>
          <p className={styles.text}>{t(words.notJudgedWhy)}</p>
        </>
      ) : (
        <>
          <p className={styles.said}>
            {t(words.summary, { judged, moved, didNotMove, couldNotSee, wrong: movedWrongWay })}{' '}
            {t(words.chance, { chance })}
          </p>
          <p className={styles.text}>
            {learned.tooFew
              ? t(words.tooFew)
              : t(words.share, { low: sayShare(low, locale), high: sayShare(high, locale) })}
            {couldNotSee > 0 && ` ${t(words.couldNotSee)}`}
          </p>
          {notJudged > 0 && <p className={styles.text}>{t(words.notJudged, { count: notJudged })}</p>}
        </>
      )}
      {heldOtherwise > 0 && <p className={styles.text}>{t(words.heldOtherwise, { count: heldOtherwise })}</p>}
      {first !== undefined && last !== undefined && (
        <p className={styles.quiet}>
          {inOrder.length > 4
            ? t(words.cyclesFrom, { first, last })
            : t(words.cycles, { cycles: list(inOrder) })}
        </p>
      )}
    </section>
  );
}
