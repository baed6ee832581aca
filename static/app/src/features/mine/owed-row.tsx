import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { Owed } from '../../../../../src/domain/owed';
import type { Freshness } from '../../../../../src/domain/standing';
import type { Stood } from '../../components/how-it-stands';
import { IssueLink, useIssueName } from '../../components/issue-link';
import { PageLink } from '../../components/page-link';
import { mine as texts } from '../../messages/en/mine';
import { useWords, type Words } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { useModal } from '../../rpc/use-modal';
import { sayVerdictName } from '../impact/headline';
import { LiveLine } from '../initiative/live-line';
import styles from './mine.module.css';

type Props = { of: Stood; owed: Owed };

/** One thing that is owed, and the one act that settles it. */
export function OwedRow({ of, owed }: Props) {
  if (owed.kind === 'check-in') return <CheckInRow of={of} owed={owed} />;
  const initiative = of.keyResult.initiatives.find(({ id }) => id === owed.initiativeId);
  return initiative && <InitiativeRow of={of} owed={owed} initiative={initiative} />;
}

function Row({ of, children, act }: { of: Stood; children: ReactNode; act: ReactNode }) {
  const { key, title, id } = of.keyResult;
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
      </div>
      {act}
    </li>
  );
}

function CheckInRow({ of, owed }: { of: Stood; owed: Extract<Owed, { kind: 'check-in' }> }) {
  const words = useWords();
  const { t } = words;
  const openModal = useModal();
  const { id, key } = of.keyResult;
  return (
    <Row
      of={of}
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

function sayFreshness({ state, last, dueOn }: Freshness, { today }: Stood, { t, day }: Words): string {
  if (state === 'stale')
    return last === null ? t(texts.neverSaid) : t(texts.stale, { day: day(last, today) });
  return state === 'due' && dueOn !== null ? t(texts.due, { day: day(dueOn, today) }) : t(texts.fresh);
}

type SayLiveProps = { name: string; open: boolean; onOpen: () => void };

function SayLive({ name, open, onOpen }: SayLiveProps) {
  const { t } = useWords();
  if (open) return null;
  return (
    <Button aria-label={t(texts.sayLiveOf, { name })} onClick={onOpen}>
      {t(texts.sayLive)}
    </Button>
  );
}

type InitiativeOwed = Exclude<Owed, { kind: 'check-in' }>;

function InitiativeRow({
  of,
  owed,
  initiative,
}: {
  of: Stood;
  owed: InitiativeOwed;
  initiative: InitiativeReading;
}) {
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
        <Row of={of} act={<SayLive name={name} open={saying} onOpen={() => setSaying(true)} />}>
          {link}
          {saying ? (
            <LiveLine initiative={initiative} today={today} canEdit={initiative.can.setLive} />
          ) : (
            <p>{t(texts.firstDone, { day: day(owed.on, today) })}</p>
          )}
        </Row>
      );
    case 'hypothesis':
      return (
        <Row
          of={of}
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
        <Row of={of} act={null}>
          {link}
          <p>
            {t(texts.returns, { day: day(owed.returnsOn, today), key: keyResult.key })}{' '}
            {t(texts.counts, { before: owed.before, after: owed.after })}
          </p>
        </Row>
      );
  }
}
