import { lazy, Suspense } from 'react';
import type { LearningReading } from '../../../../../src/contract/learning-calls';
import { testedHypothesis, learn, type TestedHypothesis } from '../../../../../src/domain/learning';
import { sayShare } from '../../../../../src/domain/say';
import { SkeletonLines } from '../../components/skeleton-lines';
import { learningWords as words } from '../../messages/en/learning';
import { useWords } from '../../messages/use-words';
import styles from './learning.module.css';
import { withoutKinds } from './without-kinds';

const HypothesisChart = lazy(() => import('./hypothesis-chart'));

/** More lines than this are no picture any more. */
const drawn = 40;

/** How the hypothesis about one piece of work turned out. */
export type NamedHypothesis = TestedHypothesis & { id: string; key: string };

/** Expected against observed: in a sentence, and as a picture. */
export function Hypotheses({ keyResults }: { keyResults: LearningReading['keyResults'] }) {
  const { t, locale } = useWords();
  const { calibration } = learn(withoutKinds(keyResults.flatMap(({ work }) => work)));
  const hypotheses = keyResults.flatMap(({ id, key, work }) =>
    work.flatMap((one): NamedHypothesis[] => {
      const hypothesis = testedHypothesis(one);
      return hypothesis ? [{ ...hypothesis, id: `${id} ${one.issueId}`, key }] : [];
    }),
  );
  const newest = hypotheses.slice(0, drawn).sort((a, b) => b.share - a.share);
  return (
    <section className={styles.section} aria-labelledby="hypotheses">
      <h2 id="hypotheses" className={styles.heading}>
        {t(words.hypotheses)}
      </h2>
      {calibration === null ? (
        <p className={styles.text}>{t(words.noHypotheses)}</p>
      ) : (
        <>
          <p className={styles.text}>
            {t(words.calibration, {
              count: calibration.hypotheses,
              held: calibration.held,
              tooHigh: calibration.tooHigh,
              tooLow: calibration.tooLow,
            })}{' '}
            {calibration.tooFew
              ? t(words.calibrationTooFew)
              : t(words.calibrationShare, { share: sayShare(calibration.medianShare, locale) })}
          </p>
          <Suspense fallback={<SkeletonLines lines={5} />}>
            <HypothesisChart hypotheses={newest} />
          </Suspense>
          {hypotheses.length > newest.length && (
            <p className={styles.quiet}>{t(words.chartNewest, { count: newest.length })}</p>
          )}
        </>
      )}
    </section>
  );
}
