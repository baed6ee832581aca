import { Radio } from '@atlaskit/radio';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { InitiativeId, KeyResultId } from '../../../../../src/domain/ids';
import { decisionsOn, type WorkDecision } from '../../../../../src/domain/judgement';
import { ActMessage } from '../../components/act-message';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { IssueLink, useIssueName } from '../../components/issue-link';
import { LongText } from '../../components/long-text';
import { ModalFrame } from '../../components/modal-frame';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { judging as texts } from '../../messages/en/judging';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { closeModal } from '../../rpc/modals';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { useIssue } from '../../rpc/use-jira';
import { impactOn, sayHeadline, sayVerdictName } from './headline';
import { chosenWay, noJira, type JiraAct, type JiraDraft } from './jira-draft';
import { sayResult, useJiraActs } from './jira-stop';
import { JiraStopFields, waysQuery } from './jira-stop-fields';
import { JiraReport } from './jira-report';
import { beginDraft, judgementOf, ownVerdicts, type JudgeDraft } from './judge-draft';
import styles from './judge.module.css';
import { Judgements } from './judgements';
import { Verdict } from './verdict';

type Props = { keyResultId: KeyResultId; initiativeId: InitiativeId };

/** A person judges one initiative: accepts the computed verdict or holds their own, and decides what becomes of the work. */
export function JudgeModal({ keyResultId, initiativeId }: Props) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        const initiative = of?.keyResult.initiatives.find(({ id }) => id === initiativeId);
        return of && initiative && <JudgeForm of={of} initiative={initiative} />;
      }}
    </Read>
  );
}

function JudgeForm({ of, initiative }: { of: Stood; initiative: InitiativeReading }) {
  const words = useWords();
  const { t } = words;
  const client = useQueryClient();
  const { keyResult, rules } = of;
  const impact = impactOn(of, initiative);
  const name = useIssueName(initiative.issueId, initiative.publicName);
  const issue = useIssue(initiative.issueId);
  const [draft, setDraft] = useState<JudgeDraft>(() => beginDraft(impact));
  const [jira, setJira] = useState<JiraDraft>(noJira);
  const [tried, setTried] = useState(false);
  const act = useAct('initiative.judge');
  const acts = useJiraActs(initiative.issueId);
  const change = (part: Partial<JudgeDraft>) => setDraft({ ...draft, ...part });
  const seen = issue.state === 'seen' ? issue.value : null;
  const decisions = decisionsOn(initiative.work);
  const told = { decision: draft.decision, reason: draft.reason.trim() };

  /** What is to be done in Jira; null where something about it is missing. */
  function jiraActs(): JiraAct[] | null {
    if (draft.decision !== 'stop' || seen === null) return [];
    const asked: JiraAct[] = [];
    if (jira.comment && jira.text.trim() === '') return null;
    if (jira.comment) asked.push({ kind: 'comment', text: jira.text });
    if (jira.close && seen.category !== 'done') {
      const ways = client.getQueryData<Awaited<ReturnType<ReturnType<typeof waysQuery>['queryFn']>>>(
        waysQuery(seen).queryKey,
      );
      const chosen = chosenWay(jira, ways ?? [], rules.notDelivered);
      if (chosen === null) return null;
      const { way, resolutionId } = chosen;
      if (way.resolutions.length > 0 && resolutionId === null) return null;
      asked.push({ kind: 'close', transitionId: way.transitionId, resolutionId });
    }
    return asked;
  }

  async function save() {
    setTried(true);
    const judged = judgementOf(draft, impact, initiative);
    const asked = jiraActs();
    if (judged === null || asked === null) return;
    const answer = await act.run(({ id }) => ({ id: id(), ...judged }));
    if (!answer?.ok) return;
    // Kept from here on, whatever Jira says.
    const done = await acts.run(asked);
    if (done.some(({ outcome }) => outcome.kind !== 'done')) return;
    flag({
      title: t(texts.saved),
      ...(done.length === 0
        ? {}
        : { description: done.map((one) => sayResult(one, seen?.key ?? '', words)).join(' ') }),
    });
    await closeModal(true, told);
  }

  function decide(decision: WorkDecision | null) {
    change({ decision });
    if (decision !== 'stop' || jira.text !== '') return;
    const verdict = impact === null ? '' : `${sayHeadline(impact, words)}.`;
    const { key, title } = keyResult;
    setJira({ ...jira, text: t(texts.commentDefault, { key, title, verdict }).trim() });
  }

  if (acts.results.some(({ outcome }) => outcome.kind !== 'done')) {
    return <JiraReport issueKey={seen?.key ?? ''} decided={told} acts={acts} />;
  }
  return (
    <ModalFrame
      title={impact === null ? t(texts.titleDecide) : t(texts.title, { key: keyResult.key })}
      saveLabel={t(texts.save)}
      onSave={() => void save()}
      busy={act.busy || acts.busy}
    >
      <p>
        <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
      </p>
      {act.refusal?.code === 'changed' && (
        <Notice tone="warning" title={t(texts.changed)}>
          <p>{act.refusal.message}</p>
        </Notice>
      )}
      {impact !== null && (
        <section className={styles.part} aria-label={t(texts.computed)}>
          <Verdict of={of} initiative={initiative} impact={impact} name={name} open />
        </section>
      )}
      {initiative.judgements.length > 0 && (
        <section className={styles.part} aria-label={t(texts.history)}>
          <Judgements of={of} initiative={initiative} impact={impact} />
        </section>
      )}
      {impact !== null && (
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>{t(texts.question)}</legend>
          {(['accept', 'own', 'none'] as const)
            .filter((stance) => stance !== 'accept' || ownVerdicts.includes(impact.verdict))
            .map((stance) => (
              <Radio
                key={stance}
                name="stance"
                value={stance}
                label={
                  stance === 'accept'
                    ? `${t(texts.accept)}: ${sayVerdictName(impact.verdict, words)}`
                    : t(texts[stance])
                }
                isChecked={draft.stance === stance}
                onChange={() => change({ stance })}
              />
            ))}
          {draft.stance === 'own' && (
            <div className={styles.under}>
              <Choice
                label={t(texts.which)}
                error={
                  tried && draft.own === null ? t(texts.whichMissing) : refusedField(act.refusal, 'verdict')
                }
                value={draft.own}
                options={ownVerdicts
                  .filter((verdict) => verdict !== impact.verdict)
                  .map((value) => ({ value, label: sayVerdictName(value, words) }))}
                onChoose={(own) => change({ own })}
              />
            </div>
          )}
        </fieldset>
      )}
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>
          {t(decisions.includes('stop') ? texts.decisionRunning : texts.decisionEnded)}
        </legend>
        {[null, ...decisions].map((decision) => (
          <Radio
            key={decision ?? 'undecided'}
            name="decision"
            value={decision ?? 'undecided'}
            label={t(decision === null ? texts.undecided : texts[decision])}
            isChecked={draft.decision === decision}
            onChange={() => decide(decision)}
          />
        ))}
      </fieldset>
      <LongText
        label={t(texts.reason)}
        {...(draft.stance === 'own' ? { hint: t(texts.reasonOwn) } : {})}
        error={refusedField(act.refusal, 'reason')}
        value={draft.reason}
        onText={(reason) => change({ reason })}
      />
      {draft.decision === 'stop' &&
        (seen === null ? (
          issue.state === 'hidden' && <p className={styles.quiet}>{t(texts.hidden)}</p>
        ) : (
          <JiraStopFields
            issue={seen}
            rules={rules}
            draft={jira}
            change={(part) => setJira({ ...jira, ...part })}
            tried={tried}
          />
        ))}
      <ActMessage
        act={act}
        conflict={null}
        fields={draft.stance === 'own' ? ['reason', 'verdict'] : ['reason']}
      />
    </ModalFrame>
  );
}
