import type { PreparationReading } from '../../../../../src/contract/preparation-calls';
import { bySeverity } from '../../../../../src/domain/quality/finding';
import { reviewObjectiveCount } from '../../../../../src/domain/quality/review-cycle';
import { reviewKeyResult } from '../../../../../src/domain/quality/review-key-result';
import { reviewObjective } from '../../../../../src/domain/quality/review-objective';
import { PageLink } from '../../components/page-link';
import { preparation as texts } from '../../messages/en/preparation';
import { useWords } from '../../messages/use-words';
import { sayFinding } from '../review/say-finding';
import pages from '../pages/pages.module.css';
import styles from './preparation.module.css';

/** What is said above already, as missing. */
const saidAbove = new Set(['O4', 'O6', 'K7', 'K8']);
/** So many lines are listed; the review has them all. */
const listed = 6;

/** What the quality review finds in a team's draft beside what is missing, the gravest first. */
export function DraftFindings({ reading }: { reading: PreparationReading }) {
  const words = useWords();
  const { t } = words;
  const { objectives, cycle, team, site } = reading;
  const { caps } = site.rules;
  const lines = [
    ...reviewObjectiveCount(objectives.length, caps).map((finding) => ({ name: team.name, finding })),
    ...objectives.flatMap((objective) => {
      const beside = objective.keyResults.map(({ title, definition }) => ({
        title,
        indicator: definition.indicator,
      }));
      return [
        ...reviewObjective({ ...objective, keyResults: beside }, caps).map((finding) => ({
          name: objective.key,
          finding,
        })),
        ...objective.keyResults.flatMap((keyResult) =>
          reviewKeyResult(keyResult).map((finding) => ({ name: keyResult.key, finding })),
        ),
      ];
    }),
  ].filter(({ finding }) => !saidAbove.has(finding.rule) && finding.case !== 'K6-empty');
  const sorted = bySeverity(lines.map(({ finding }) => finding));
  const shown = sorted.flatMap((finding) => lines.filter((one) => one.finding === finding)).slice(0, listed);
  const count = (severity: 'fail' | 'warn') =>
    lines.filter(({ finding }) => finding.severity === severity).length;
  return (
    <section className={styles.section} aria-label={t(texts.findings)}>
      <h2 className={styles.heading}>{t(texts.findings)}</h2>
      <p>
        {lines.length === 0
          ? t(texts.noFindings)
          : t(texts.found, { fail: count('fail'), warn: count('warn') })}
      </p>
      <ul className={styles.findings}>
        {shown.map(({ name, finding }) => (
          <li key={`${name} ${finding.case} ${finding.words}`}>
            <span className={pages.quiet}>
              {name} · {finding.rule}
            </span>{' '}
            {sayFinding(finding, words)}
          </li>
        ))}
      </ul>
      <p>
        <PageLink to={`/review?cycle=${cycle.id}`}>{t(texts.wholeReview)}</PageLink>
      </p>
    </section>
  );
}
