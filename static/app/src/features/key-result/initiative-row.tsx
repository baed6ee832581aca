import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import { dayIn } from '../../../../../src/domain/dates';
import { isJudged } from '../../../../../src/domain/judgement';
import { sayValue } from '../../../../../src/domain/say';
import type { Stood } from '../../components/how-it-stands';
import { IssueLink, useIssueName } from '../../components/issue-link';
import { WorkLine } from '../../components/work-line';
import { impact as verdicts } from '../../messages/en/impact';
import { keyResultWords as words } from '../../messages/en/key-result';
import { useWords } from '../../messages/use-words';
import { useModal } from '../../rpc/use-modal';
import { impactOn } from '../impact/headline';
import { ownVerdicts } from '../impact/judge-draft';
import { Judgements } from '../impact/judgements';
import { Verdict } from '../impact/verdict';
import { Detach } from '../initiative/detach';
import { HypothesisLine } from '../initiative/hypothesis-line';
import { LiveLine } from '../initiative/live-line';
import styles from './key-result.module.css';

type Props = {
  of: Stood;
  initiative: InitiativeReading;
  /** The picture of its verdict is open. */
  open: boolean;
  onToggle: () => void;
};

/** An attached issue: its work, what it should change, whether the number moved after it, and what people hold of that. */
export function InitiativeRow({ of, initiative, open, onToggle }: Props) {
  const { t, day, locale } = useWords();
  const openModal = useModal();
  const row = useRef<HTMLLIElement>(null);
  const { keyResult, objective, today } = of;
  const { unit } = keyResult.definition;
  const impact = impactOn(of, initiative);
  const name = useIssueName(initiative.issueId, initiative.publicName);
  const at = { keyResultId: keyResult.id, initiativeId: initiative.id };
  const attachedOn = day(dayIn(objective.team.timeZone, initiative.attachedAt), today);
  const edit = initiative.can.edit ? () => void openModal({ surface: 'hypothesis', ...at }) : undefined;
  const decides = impact === null || !ownVerdicts.includes(impact.verdict);
  const again = isJudged(initiative);
  // Chosen on the chart, it may be far below.
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li className={styles.row} ref={row}>
      <div className={styles.rowHead}>
        <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
        <div className={styles.actions}>
          {initiative.can.judge && (
            <Button
              spacing="compact"
              aria-label={t(decides ? verdicts.decideOf : again ? verdicts.judgeAgainOf : verdicts.judgeOf, {
                name,
              })}
              onClick={() => void openModal({ surface: 'judge', ...at }, 'large')}
            >
              {t(decides ? verdicts.decide : again ? verdicts.judgeAgain : verdicts.judge)}
            </Button>
          )}
          {initiative.can.detach && <Detach initiative={initiative} keyResultKey={keyResult.key} />}
        </div>
      </div>
      <WorkLine
        work={initiative.work}
        asOf={initiative.work?.asOf ?? null}
        gone={initiative.work?.gone ?? false}
      />
      <HypothesisLine state={initiative.hypothesis} unit={unit} onEdit={edit} />
      <LiveLine initiative={initiative} today={today} canEdit={initiative.can.setLive} />
      {impact !== null && (
        <Verdict
          of={of}
          initiative={initiative}
          impact={impact}
          name={name}
          open={open}
          onToggle={onToggle}
        />
      )}
      <Judgements of={of} initiative={initiative} impact={impact} />
      <p className={styles.quiet}>
        {initiative.valueAtAttach === null
          ? t(words.attachedByPlain, { day: attachedOn })
          : t(words.attachedBy, { day: attachedOn, value: sayValue(initiative.valueAtAttach, unit, locale) })}
      </p>
    </li>
  );
}
