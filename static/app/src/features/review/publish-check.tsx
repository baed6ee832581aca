import Button from '@atlaskit/button/new';
import type { ReviewReading } from '../../../../../src/contract/review-calls';
import type { CycleId } from '../../../../../src/domain/ids';
import type { ReviewFinding } from '../../../../../src/domain/quality/finding';
import { todayIn, usePlace } from '../../boot/place-context';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { base } from '../../messages/en/base';
import { publish, report } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import styles from './review.module.css';
import { reviewTeams, standingOf } from './review-team';
import { sayFinding } from './say-finding';

/** So many lines are listed; the report has them all. */
const listed = 8;

type Props = {
  cycle: { id: CycleId; name: string };
  busy: boolean;
  onPublish: () => void;
  onCancel: () => void;
};

/** What is missing before a cycle is published; it goes ahead all the same (design §3.12). */
export default function PublishCheck({ cycle, busy, onPublish, onCancel }: Props) {
  const { t } = useWords();
  const reading = useCall('review.read', { cycleId: cycle.id, after: 0 });
  return (
    <section
      className={`${styles.initiative ?? ''} ${styles.whole ?? ''}`}
      aria-label={t(publish.title, { name: cycle.name })}
    >
      <Read reading={reading}>{(first) => <Missing first={first} />}</Read>
      <div className={styles.acts}>
        <Button appearance="primary" isLoading={busy} onClick={onPublish}>
          {t(publish.go)}
        </Button>
        <PageLink to={`/review?cycle=${cycle.id}`}>{t(publish.whole)}</PageLink>
        <Button appearance="subtle" onClick={onCancel}>
          {t(base.cancel)}
        </Button>
      </div>
    </section>
  );
}

function Missing({ first }: { first: ReviewReading }) {
  const words = useWords();
  const { t } = words;
  const { timeZone } = usePlace();
  const teams = reviewTeams(first, todayIn(timeZone), timeZone);
  const standing = standingOf(teams);
  const lines = teams.flatMap(({ team, found, objectives }) => [
    ...found.standing.map((finding) => ({ name: team.name, finding })),
    ...objectives.flatMap((one) => [
      ...one.found.standing.map((finding) => ({ name: one.objective.key, finding })),
      ...one.keyResults.flatMap(({ keyResult, found: of }) =>
        of.standing.map((finding) => ({ name: keyResult.key, finding })),
      ),
    ]),
  ]);
  const gravest = (severity: ReviewFinding['severity']) =>
    lines.filter(({ finding }) => finding.severity === severity);
  const shown = [...gravest('fail'), ...gravest('ask'), ...gravest('warn')].slice(0, listed);
  const count = (severity: ReviewFinding['severity']) => gravest(severity).length;
  if (first.count.objectives === 0) return <p>{t(publish.nothingWritten)}</p>;
  if (standing.length === 0) return <p>{t(publish.nothingMissing)}</p>;
  return (
    <>
      <p>
        {t(report.found, { fail: count('fail'), warn: count('warn'), ask: count('ask') })}
        {first.next !== null && <> {t(report.soFar)}</>}
      </p>
      <ul>
        {shown.map(({ name, finding }) => (
          <li key={`${name} ${finding.case} ${finding.words}`}>
            <span className={styles.rule}>
              {name} · {finding.rule}
            </span>
            {sayFinding(finding, words)}
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <p className={styles.quiet}>{t(publish.rest, { count: lines.length - shown.length })}</p>
      )}
    </>
  );
}
