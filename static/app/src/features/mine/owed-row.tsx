import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { InitiativeId } from '../../../../../src/domain/ids';
import type { Owed } from '../../../../../src/domain/owed';
import type { Freshness } from '../../../../../src/domain/standing';
import type { Stood } from '../../components/how-it-stands';
import { IssueLink, useIssueName } from '../../components/issue-link';
import { OutcomeLine } from '../../components/outcome-line';
import { mine as texts } from '../../messages/en/mine';
import { useWords, type Words } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { useModal } from '../../rpc/use-modal';
import { sayVerdictName } from '../impact/headline';
import { LiveLine } from '../initiative/live-line';
import { AskRow, DecisionRow } from './followed-rows';
import { Row } from './row';

type Props = {
  of: Stood;
  owed: Owed;
  /** Says where outcome and work of the key result do not fit together. */
  signals: boolean;
};

/** One thing that is owed, and the one act that settles it. */
export function OwedRow({ of, owed, signals }: Props) {
  switch (owed.kind) {
    case 'check-in':
      return <CheckInRow of={of} owed={owed} signals={signals} />;
    case 'source':
      return <SourceRow of={of} owed={owed} signals={signals} />;
    case 'ask':
      return <AskRow of={of} owed={owed} signals={signals} />;
    case 'decision':
      return <DecisionRow of={of} owed={owed} signals={signals} />;
    case 'score':
      return <ScoreRow of={of} signals={signals} />;
    default:
      return <WorkRow of={of} owed={owed} signals={signals} />;
  }
}

function WorkRow({ of, owed, signals }: Omit<Props, 'owed'> & { owed: InitiativeOwed }) {
  const initiative = of.keyResult.initiatives.find(({ id }) => id === owed.initiativeId);
  return initiative && <InitiativeRow of={of} owed={owed} signals={signals} initiative={initiative} />;
}

type CheckInProps = Omit<Props, 'owed'> & { owed: Extract<Owed, { kind: 'check-in' }> };

function CheckInRow({ of, owed, signals }: CheckInProps) {
  const words = useWords();
  const { t } = words;
  const openModal = useModal();
  const { id, key } = of.keyResult;
  return (
    <Row
      of={of}
      signals={signals}
      act={
        <Button
          aria-label={t(texts.checkInOf, { key })}
          onClick={() => void openModal({ surface: 'check-in', keyResultId: id }, 'large')}
        >
          {t(texts.checkIn)}
        </Button>
      }
    >
      <p>
        {t(texts.value, { said: sayFreshness(owed.value, of, words) })} ·{' '}
        {t(texts.confidence, { said: sayFreshness(owed.confidence, of, words) })}
      </p>
    </Row>
  );
}

/** The cycle is scored: what this one came to is said on the page that closes it. */
function ScoreRow({ of, signals }: Omit<Props, 'owed'>) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { team, cycle } = of.objective;
  return (
    <Row
      of={of}
      signals={signals}
      act={
        <Button
          aria-label={t(texts.scoreOf, { key: of.keyResult.key })}
          onClick={() => void navigate(closingPath(cycle.id, team.id))}
        >
          {t(texts.score)}
        </Button>
      }
    >
      <OutcomeLine of={of} compact />
    </Row>
  );
}

type SourceProps = Omit<Props, 'owed'> & { owed: Extract<Owed, { kind: 'source' }> };

function SourceRow({ of, owed, signals }: SourceProps) {
  const { t } = useWords();
  const openModal = useModal();
  const { id, key } = of.keyResult;
  const said = owed.outcome === 'too-many' ? texts.tooMany : texts[owed.outcome];
  return (
    <Row
      of={of}
      signals={signals}
      act={
        <Button
          aria-label={t(texts.changeSourceOf, { key })}
          onClick={() => void openModal({ surface: 'number-source', keyResultId: id })}
        >
          {t(texts.changeSource)}
        </Button>
      }
    >
      <p>{t(said)}</p>
    </Row>
  );
}

function sayFreshness({ state, last, dueOn }: Freshness, { today }: Stood, { t, day }: Words): string {
  if (state === 'stale')
    return last === null ? t(texts.neverSaid) : t(texts.stale, { day: day(last, today) });
  return state === 'due' && dueOn !== null ? t(texts.due, { day: day(dueOn, today) }) : t(texts.fresh);
}

type SayLiveProps = { name: string; open: boolean; onToggle: () => void };

/** Unfolds the question, and folds it again. */
function SayLive({ name, open, onToggle }: SayLiveProps) {
  const { t } = useWords();
  return (
    <Button aria-label={t(texts.sayLiveOf, { name })} aria-expanded={open} onClick={onToggle}>
      {t(texts.sayLive)}
    </Button>
  );
}

type InitiativeOwed = Extract<Owed, { initiativeId: InitiativeId }>;

type InitiativeProps = Omit<Props, 'owed'> & { owed: InitiativeOwed; initiative: InitiativeReading };

function InitiativeRow({ of, owed, signals, initiative }: InitiativeProps) {
  const words = useWords();
  const { t, day } = words;
  const openModal = useModal();
  const { keyResult, today } = of;
  const [saying, setSaying] = useState(false);
  const name = useIssueName(initiative.issueId, initiative.publicName);
  const at = { keyResultId: keyResult.id, initiativeId: initiative.id };
  const link = (
    <p>
      <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
    </p>
  );
  switch (owed.kind) {
    case 'verdict':
      return (
        <Row
          of={of}
          signals={signals}
          act={
            <Button
              aria-label={t(texts.judgeOf, { name })}
              onClick={() => void openModal({ surface: 'judge', ...at }, 'large')}
            >
              {t(texts.judge)}
            </Button>
          }
        >
          {link}
          <p>
            <strong>{sayVerdictName(owed.verdict, words)}</strong> ·{' '}
            {t(texts.live, { day: day(owed.live, today) })}
          </p>
        </Row>
      );
    case 'live':
      return (
        <Row
          of={of}
          signals={signals}
          act={<SayLive name={name} open={saying} onToggle={() => setSaying(!saying)} />}
        >
          {link}
          {saying ? (
            <LiveLine initiative={initiative} today={today} canEdit={initiative.can.setLive} takesFocus />
          ) : (
            <p>{t(texts.firstDone, { day: day(owed.on, today) })}</p>
          )}
        </Row>
      );
    case 'hypothesis':
      return (
        <Row
          of={of}
          signals={signals}
          act={
            <Button
              aria-label={t(texts.sayOf, { name })}
              onClick={() => void openModal({ surface: 'hypothesis', ...at })}
            >
              {t(texts.say)}
            </Button>
          }
        >
          {link}
        </Row>
      );
    case 'too-early':
      return (
        <Row of={of} signals={signals} act={null}>
          {link}
          <p>
            {t(texts.returns, { day: day(owed.returnsOn, today), key: keyResult.key })}{' '}
            {t(texts.counts, { before: owed.before, after: owed.after })}
          </p>
        </Row>
      );
  }
}
