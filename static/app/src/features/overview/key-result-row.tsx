import Button from '@atlaskit/button/new';
import { decisionsOf } from '../../../../../src/domain/follow-up';
import type { Initiative } from '../../../../../src/domain/initiative';
import { ConfidenceMark } from '../../components/confidence-mark';
import { FreshnessMark } from '../../components/freshness-mark';
import type { Stood } from '../../components/how-it-stands';
import { IssueLink } from '../../components/issue-link';
import { MismatchLine, mismatchOf } from '../../components/mismatch-line';
import { OutcomeLine } from '../../components/outcome-line';
import { PageLink } from '../../components/page-link';
import { Owner } from '../../components/owner';
import { WorkLine } from '../../components/work-line';
import { overview as texts } from '../../messages/en/overview';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { useModal } from '../../rpc/use-modal';
import styles from './overview.module.css';

/** One key result of an overview: what it is, its outcome, the other two signals, and its work folded beneath. */
export function KeyResultRow({ of }: { of: Stood }) {
  const { t, day } = useWords();
  const openModal = useModal();
  const { keyResult, objective, standing, today } = of;
  const note = keyResult.checkIns.at(-1);
  const decision = decisionsOf(keyResult).find(({ checkInId, isOpen }) => isOpen && checkInId === note?.id);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.title}>
          <span className={styles.key}>{keyResult.key}</span>
          <PageLink quiet to={keyResultPath(keyResult.id)}>
            {keyResult.title}
          </PageLink>
        </p>
        <Owner of={keyResult} lead={objective.team.lead} />
        {note !== undefined && note.evidence !== '' && <p className={styles.quiet}>{note.evidence}</p>}
        {decision !== undefined && (
          <p className={styles.quiet}>
            {t(texts.decision, { text: decision.text, day: day(decision.dueOn, today) })}
          </p>
        )}
      </div>
      <OutcomeLine of={of} />
      <div className={styles.signals}>
        <ConfidenceMark standing={standing} today={today} />
        <FreshnessMark freshness={standing.freshness.value} today={today} />
      </div>
      {keyResult.can.checkIn ? (
        <Button
          spacing="compact"
          aria-label={t(texts.checkInOf, { key: keyResult.key })}
          onClick={() => void openModal({ surface: 'check-in', keyResultId: keyResult.id })}
        >
          {t(texts.checkIn)}
        </Button>
      ) : (
        <span />
      )}
      <div className={styles.work}>
        <MismatchLine
          mismatch={mismatchOf(of)}
          today={today}
          link={(act) => <PageLink to={keyResultPath(keyResult.id)}>{act}</PageLink>}
        />
      </div>
      <FoldedWork keyName={keyResult.key} initiatives={keyResult.initiatives} />
    </li>
  );
}

function FoldedWork({ keyName, initiatives }: { keyName: string; initiatives: Initiative[] }) {
  const { t } = useWords();
  const said = t(texts.work, { key: keyName, count: initiatives.length });
  if (initiatives.length === 0) return <p className={`${styles.work ?? ''} ${styles.quiet ?? ''}`}>{said}</p>;
  return (
    <details className={styles.work}>
      <summary>{said}</summary>
      <ul className={styles.initiatives}>
        {initiatives.map((initiative) => (
          <li key={initiative.id} className={styles.initiative}>
            <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
            <WorkLine
              work={initiative.work}
              asOf={initiative.work?.asOf ?? null}
              gone={initiative.work?.gone ?? false}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
