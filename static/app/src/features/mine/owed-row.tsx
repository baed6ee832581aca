import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { Owed } from '../../../../../src/domain/owed';
import type { Freshness } from '../../../../../src/domain/standing';
import type { Stood } from '../../components/how-it-stands';
import { IssueLink, useIssueName } from '../../components/issue-link';
import { MismatchLine, mismatchOf } from '../../components/mismatch-line';
import { PageLink } from '../../components/page-link';
import { mine as texts } from '../../messages/en/mine';
import { useWords, type Words } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { useModal } from '../../rpc/use-modal';
import { sayVerdictName } from '../impact/headline';
import { LiveLine } from '../initiative/live-line';
import styles from './mine.module.css';

type Props = {
  of: Stood;
  owed: Owed;
  /** Says where outcome and work of the key result do not fit together. */
  signals: boolean;
};

/** One thing that is owed, and the one act that settles it. */
export function OwedRow({ of, owed, signals }: Props) {
  if (owed.kind === 'check-in') return <CheckInRow of={of} owed={owed} signals={signals} />;
  if (owed.kind === 'source') return <SourceRow of={of} owed={owed} signals={signals} />;
  const initiative = of.keyResult.initiatives.find(({ id }) => id === owed.initiativeId);
  return initiative && <InitiativeRow of={of} owed={owed} signals={signals} initiative={initiative} />;
}

type RowProps = Pick<Props, 'of' | 'signals'> & { children: ReactNode; act: ReactNode };

function Row({ of, signals, children, act }: RowProps) {
  const { key, title, id } = of.keyResult;
  const mismatch = signals ? mismatchOf(of) : null;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        {children}
        <p className={styles.quiet}>
          <PageLink to={keyResultPath(id)}>
            {key} {title}
          </PageLink>{' '}
          · {of.objective.team.name} · {of.objective.cycle.name}
        </p>
        {/* That a verdict is owed is what its own row says. */}
        {mismatch?.kind !== 'done-not-judged' && (
          <MismatchLine
            mismatch={mismatch}
            today={of.today}
            link={(words) => <PageLink to={keyResultPath(id)}>{words}</PageLink>}
          />
        )}
      </div>
      {act}
    </li>
  );
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

type InitiativeOwed = Extract<Owed, { initiativeId: unknown }>;

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
