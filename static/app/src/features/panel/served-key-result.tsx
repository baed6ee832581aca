import type { PanelReading } from '../../../../../src/contract/calls';
import { ConfidenceMark } from '../../components/confidence-mark';
import { FreshnessMark } from '../../components/freshness-mark';
import type { Stood } from '../../components/how-it-stands';
import { IssueKey } from '../../components/issue-link';
import { KeyResultLink } from '../../components/key-result-link';
import { MismatchLine, mismatchOf } from '../../components/mismatch-line';
import { OutcomeLine } from '../../components/outcome-line';
import { Person } from '../../components/person';
import { WorkLine } from '../../components/work-line';
import { base } from '../../messages/en/base';
import { panel } from '../../messages/en/panel';
import { useWords } from '../../messages/use-words';
import { useModal } from '../../rpc/use-modal';
import { VerdictLine } from '../impact/verdict-line';
import { Detach } from '../initiative/detach';
import { HypothesisLine } from '../initiative/hypothesis-line';
import { LiveLine } from '../initiative/live-line';
import { countLive, withLiveWork } from './live-work';
import type { PanelIssue } from './read-panel-issue';
import styles from './panel.module.css';

type Props = {
  of: Stood;
  served: PanelReading['serves'][number];
  /** null while Jira has not answered, or did not. */
  issue: PanelIssue | null;
  type: string;
};

/** One key result this issue serves: its outcome, and apart from it the work. */
export function ServedKeyResult({ of, served, issue, type }: Props) {
  const { t } = useWords();
  const openModal = useModal();
  const { keyResult, objective, standing, rules, today } = of;
  const initiative = keyResult.initiatives.find(({ id }) => id === served.initiativeId);
  if (initiative === undefined) return null;

  const own = served.throughIssueId === null;
  const self = own ? (issue?.self ?? null) : null;
  const live = self && countLive(self, issue?.children ?? [], rules, objective.team.timeZone);
  const shown = withLiveWork(initiative, live);
  const through = issue?.ancestors.find(({ id }) => id === served.throughIssueId)?.key ?? '';
  const edit = initiative.can.edit
    ? () => void openModal({ surface: 'hypothesis', keyResultId: keyResult.id, initiativeId: initiative.id })
    : undefined;

  return (
    <article className={styles.served} aria-label={`${keyResult.key} ${keyResult.title}`}>
      <header className={styles.head}>
        <h2 className={styles.serves}>
          {own
            ? t(panel.serves, { type, key: keyResult.key })
            : t(panel.servesThrough, { type, key: keyResult.key, through })}
        </h2>
        <p>
          <KeyResultLink id={keyResult.id}>{keyResult.title}</KeyResultLink>
        </p>
        <p className={styles.quiet}>
          {objective.title} · {objective.team.name} · <Person id={keyResult.owner} inline />
        </p>
      </header>

      <section className={styles.outcome} aria-label={t(base.outcome)}>
        <h3 className={styles.label}>{t(base.outcome)}</h3>
        <OutcomeLine of={of} />
        <ConfidenceMark standing={standing} today={today} />
        <FreshnessMark freshness={standing.freshness.value} today={today} />
        <MismatchLine
          mismatch={mismatchOf(of)}
          today={today}
          link={(act) => <KeyResultLink id={keyResult.id}>{act}</KeyResultLink>}
        />
      </section>

      <section
        className={styles.work}
        aria-label={own ? t(panel.ownWork, { type }) : `${t(panel.otherWork)} ${through}`}
      >
        <h3 className={styles.label}>
          {own ? t(panel.ownWork, { type }) : t(panel.otherWork)}
          {!own && through !== '' && (
            <>
              {' '}
              <IssueKey issueKey={through} />
            </>
          )}
        </h3>
        <WorkLine
          work={shown.work}
          asOf={live === null ? (initiative.work?.asOf ?? null) : null}
          gone={shown.work?.gone ?? false}
          {...(live === null ? {} : { noun: live.noun, leftOutAs: live.leftOutAs })}
        />
        <HypothesisLine state={initiative.hypothesis} unit={keyResult.definition.unit} onEdit={edit} />
        <LiveLine initiative={shown} today={today} canEdit={own && initiative.can.setLive} />
        <VerdictLine of={of} initiative={initiative} />
        {own && initiative.can.detach && <Detach initiative={initiative} keyResultKey={keyResult.key} />}
      </section>
    </article>
  );
}
