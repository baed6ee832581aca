import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import { dayIn } from '../../../../../src/domain/dates';
import type { StatusCategory } from '../../../../../src/domain/initiative';
import { computedOf, decisionsOn, type WorkDecision } from '../../../../../src/domain/judgement';
import { takesOn } from '../../../../../src/domain/planning';
import { ActMessage } from '../../components/act-message';
import { Field, refusedField } from '../../components/field';
import type { Stood } from '../../components/how-it-stands';
import { base } from '../../messages/en/base';
import { planning as texts } from '../../messages/en/planning';
import type { Message } from '../../messages/messages';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useModal } from '../../rpc/use-modal';
import { impactOn } from '../impact/headline';
import styles from './planning.module.css';
import { useSitting } from './sitting';

const names: Record<WorkDecision, { act: Message; done: Message }> = {
  keep: { act: texts.keep, done: texts.decidedKeep },
  change: { act: texts.change, done: texts.decidedChange },
  stop: { act: texts.stopWork, done: texts.decidedStop },
  'build-on': { act: texts.buildOn, done: texts.decidedBuildOn },
  leave: { act: texts.leave, done: texts.decidedLeave },
  undo: { act: texts.undo, done: texts.decidedUndo },
};
/** Going on as before needs no words. */
const withoutReason: ReadonlySet<WorkDecision> = new Set(['keep', 'leave']);

type Props = {
  of: Stood;
  initiative: InitiativeReading;
  /** Its key, or how else it is called. */
  issueName: string;
  /** Its status as the viewer sees it now; null: unknown. */
  category: StatusCategory | null;
};

/** Keep, change or stop what is under way; build on, leave or undo what is finished (design §3.8). */
export function DecideOnWork({ of, initiative, issueName, category }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<WorkDecision | null>(null);
  const [reason, setReason] = useState('');
  const act = useAct('initiative.judge');
  const openModal = useModal();
  const sitting = useSitting();
  const last = initiative.judgements.findLast(({ decision }) => decision !== null)?.decision ?? null;
  const { keyResult } = of;

  async function decide(decision: WorkDecision) {
    const impact = impactOn(of, initiative);
    const answer = await act.run(({ id }) => ({
      id: id(),
      initiativeId: initiative.id,
      seen: impact && computedOf(impact),
      verdict: null,
      decision,
      reason,
    }));
    if (!answer?.ok) return;
    flag({ title: t(texts.decisionSaved, { issue: issueName, decision: said(decision) }) });
    setChosen(null);
    setReason('');
    tell(decision, reason);
  }

  const said = (decision: WorkDecision) => t(names[decision].done).toLowerCase();

  /** Keeps for the result of the review what was decided; taking something on asks what goes slower. */
  function tell(decision: WorkDecision, why: string) {
    const values = { issue: issueName, decision: said(decision), keyResult: keyResult.key };
    sitting.log([t(texts.logDecision, values), why].filter(Boolean).join(': '));
    if (takesOn(decision, initiative.work, category)) {
      sitting.takesOn({ issueId: initiative.issueId, what: issueName, keyResultId: keyResult.id });
    }
  }

  async function judge() {
    const at = { keyResultId: keyResult.id, initiativeId: initiative.id };
    const { saved, decided } = await openModal({ surface: 'judge', ...at }, 'large');
    if (!saved) return;
    if (decided?.decision) tell(decided.decision, decided.reason);
    else sitting.log(t(texts.logJudged, { keyResult: keyResult.key, issue: issueName }));
  }

  return (
    <div className={styles.decide}>
      <LastDecision of={of} initiative={initiative} />
      {initiative.can.judge && (
        <div className={styles.buttons} role="group" aria-label={t(texts.decideGroup, { issue: issueName })}>
          {decisionsOn(initiative.work).map((decision) => (
            <Button
              key={decision}
              spacing="compact"
              isSelected={(chosen ?? last) === decision}
              isDisabled={act.busy}
              aria-label={t(texts.decideOf, { decision: t(names[decision].act), issue: issueName })}
              onClick={() => {
                act.clear();
                if (withoutReason.has(decision)) void decide(decision);
                else setChosen(chosen === decision ? null : decision);
              }}
            >
              {t(names[decision].act)}
            </Button>
          ))}
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t(texts.judgeOf, { issue: issueName })}
            onClick={() => void judge()}
          >
            {t(texts.judge)}
          </Button>
        </div>
      )}
      {chosen !== null && (
        <form
          className={styles.inline}
          onSubmit={(event) => {
            event.preventDefault();
            void decide(chosen);
          }}
        >
          <Field label={t(texts.why)} error={refusedField(act.refusal, 'reason')}>
            {(wiring) => (
              <Textfield
                {...wiring}
                autoFocus
                isCompact
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </Field>
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" spacing="compact" isLoading={act.busy}>
              {t(names[chosen].act)}
            </Button>
            <Button appearance="subtle" spacing="compact" onClick={() => setChosen(null)}>
              {t(base.cancel)}
            </Button>
          </div>
        </form>
      )}
      <ActMessage act={act} fields={chosen === null ? [] : ['reason']} />
    </div>
  );
}

function LastDecision({ of, initiative }: Pick<Props, 'of' | 'initiative'>) {
  const { t, day } = useWords();
  const last = initiative.judgements.findLast(({ decision }) => decision !== null);
  if (!last?.decision) return null;
  const on = day(dayIn(of.objective.team.timeZone, last.at), of.today);
  return (
    <p className={styles.quiet}>
      {t(texts.decidedOn, { decision: t(names[last.decision].done), day: on })}
      {last.reason !== '' && `: ${last.reason}`}
    </p>
  );
}
