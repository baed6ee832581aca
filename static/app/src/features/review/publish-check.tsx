import Button from '@atlaskit/button/new';
import type { ReviewReading } from '../../../../../src/contract/review-calls';
import type { CycleId } from '../../../../../src/domain/ids';
import type { ReviewFinding } from '../../../../../src/domain/quality/finding';
import { todayIn, usePlace } from '../../boot/place-context';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { base } from '../../messages/en/base';
import { publish, report } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import styles from './review.module.css';
import { reviewTeams, type FoundTeam } from './review-team';
import { sayFinding } from './say-finding';

/** So many lines are listed; the report has them all. */
const listed = 8;

type Props = {
  cycle: { id: CycleId; name: string };
  busy: boolean;
  onPublish: () => void;
  onCancel: () => void;
};

/** What is missing before a cycle is published; it goes ahead all the same, unless the site made a rule blocking (design §3.12). */
export default function PublishCheck({ cycle, busy, onPublish, onCancel }: Props) {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const reading = useCall('review.read', { cycleId: cycle.id, after: 0 });
  const first = reading.state === 'ready' ? reading.value : null;
  const lines = first ? linesOf(reviewTeams(first, todayIn(timeZone), timeZone)) : [];
  const blocked = lines.filter(({ finding }) =>
    first?.site.rules.blocking.some((rule) => rule === finding.rule),
  );
  return (
    <section
      className={`${styles.initiative ?? ''} ${styles.whole ?? ''}`}
      aria-label={t(publish.title, { name: cycle.name })}
    >
      <Read reading={reading}>
        {(read) =>
          blocked.length > 0 ? (
            <Notice tone="warning" title={t(publish.blocked)}>
              <Lines lines={blocked} />
            </Notice>
          ) : (
            <Missing first={read} lines={lines} />
          )
        }
      </Read>
      <div className={styles.acts}>
        <Button appearance="primary" isLoading={busy} isDisabled={blocked.length > 0} onClick={onPublish}>
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

/** A finding, and the key or team it is of. */
type Line = { name: string; finding: ReviewFinding };

/** Everything that stands, the gravest first. */
function linesOf(teams: readonly FoundTeam[]): Line[] {
  const lines = teams.flatMap(({ team, found, objectives }) => [
    ...found.standing.map((finding) => ({ name: team.name, finding })),
    ...objectives.flatMap((one) => [
      ...one.found.standing.map((finding) => ({ name: one.objective.key, finding })),
      ...one.keyResults.flatMap(({ keyResult, found: of }) =>
        of.standing.map((finding) => ({ name: keyResult.key, finding })),
      ),
    ]),
  ]);
  return (['fail', 'ask', 'warn'] as const).flatMap((severity) =>
    lines.filter(({ finding }) => finding.severity === severity),
  );
}

function Missing({ first, lines }: { first: ReviewReading; lines: readonly Line[] }) {
  const { t } = useWords();
  const count = (severity: ReviewFinding['severity']) =>
    lines.filter(({ finding }) => finding.severity === severity).length;
  if (first.count.objectives === 0) return <p>{t(publish.nothingWritten)}</p>;
  if (lines.length === 0) return <p>{t(publish.nothingMissing)}</p>;
  return (
    <>
      <p>
        {t(report.found, { fail: count('fail'), warn: count('warn'), ask: count('ask') })}
        {first.next !== null && <> {t(report.soFar)}</>}
      </p>
      <Lines lines={lines} />
    </>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const words = useWords();
  const rest = lines.length - listed;
  return (
    <>
      <ul>
        {lines.slice(0, listed).map(({ name, finding }) => (
          <li key={`${name} ${finding.case} ${finding.words}`}>
            <span className={styles.rule}>
              {name} · {finding.rule}
            </span>
            {sayFinding(finding, words)}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.quiet}>{words.t(publish.rest, { count: rest })}</p>}
    </>
  );
}
