import { lazy, Suspense } from 'react';
import type { LearningReading } from '../../../../../src/contract/calls';
import { guessOf, learn, type Guess } from '../../../../../src/domain/learning';
import { sayShare } from '../../../../../src/domain/say';
import { SkeletonLines } from '../../components/skeleton-lines';
import { learningWords as words } from '../../messages/en/learning';
import { useWords } from '../../messages/use-words';
import styles from './learning.module.css';
import { withoutKinds } from './without-kinds';

const GuessChart = lazy(() => import('./guess-chart'));

/** More lines than this are no picture any more. */
const drawn = 40;

/** How the guess about one piece of work turned out. */
export type NamedGuess = Guess & { id: string; key: string };

/** Expected against observed: in a sentence, and as a picture. */
export function Guesses({ keyResults }: { keyResults: LearningReading['keyResults'] }) {
  const { t, locale } = useWords();
  const { calibration } = learn(withoutKinds(keyResults.flatMap(({ work }) => work)));
  const guesses = keyResults.flatMap(({ id, key, work }) =>
    work.flatMap((one): NamedGuess[] => {
      const guess = guessOf(one);
      return guess ? [{ ...guess, id: `${id} ${one.issueId}`, key }] : [];
    }),
  );
  const newest = guesses.slice(0, drawn).sort((a, b) => b.share - a.share);
  return (
    <section className={styles.section} aria-labelledby="guesses">
      <h2 id="guesses" className={styles.heading}>
        {t(words.guesses)}
      </h2>
      {calibration === null ? (
        <p className={styles.text}>{t(words.noGuesses)}</p>
      ) : (
        <>
          <p className={styles.text}>
            {t(words.calibration, {
              count: calibration.hypotheses,
              held: calibration.held,
              share: sayShare(calibration.medianShare, locale),
            })}{' '}
            {t(words.calibrationSides, { tooHigh: calibration.tooHigh, tooLow: calibration.tooLow })}
            {calibration.tooFew && ` ${t(words.calibrationTooFew)}`}
          </p>
          <Suspense fallback={<SkeletonLines lines={5} />}>
            <GuessChart guesses={newest} />
          </Suspense>
          {guesses.length > newest.length && (
            <p className={styles.quiet}>{t(words.chartNewest, { count: newest.length })}</p>
          )}
        </>
      )}
    </section>
  );
}
