import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense, useState } from 'react';
import { doneButMissed } from '../../../../../src/domain/closing';
import { labelOf } from '../../../../../src/domain/score';
import { sayProgress } from '../../../../../src/domain/say';
import { IssueLink } from '../../components/issue-link';
import { Notice } from '../../components/notice';
import { OutcomeLine } from '../../components/outcome-line';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { SkeletonLines } from '../../components/skeleton-lines';
import { WorkLine } from '../../components/work-line';
import { closing as texts } from '../../messages/en/closing';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { VerdictLine } from '../impact/verdict-line';
import type { ClosingKeyResult } from './closing-of';
import styles from './closing.module.css';
import { nextTexts, sayGoal, sayLabel, sayScore, sayScored } from './say-closing';
import { ScoreForm } from './score-form';

const MeasurementChart = lazy(() => import('../../components/chart/measurement-chart'));

type Props = { at: ClosingKeyResult; canScore: boolean };

/** A key result at the end of its cycle: the evidence first, then what a person says it came to. */
export function ClosingKeyResultPart({ at, canScore }: Props) {
  const { t } = useWords();
  const { keyResult } = at.of;
  const [writing, setWriting] = useState(at.score === null);
  const [saved, setSaved] = useState(false);
  const asks = canScore && writing;
  return (
    <li className={styles.keyResult} aria-label={`${keyResult.key} ${keyResult.title}`}>
      <div className={styles.titleLine}>
        <span className={styles.key}>{keyResult.key}</span>
        <h3 className={styles.title}>
          <PageLink quiet to={keyResultPath(keyResult.id)}>
            {keyResult.title}
          </PageLink>
        </h3>
        <Person id={keyResult.owner} />
      </div>
      <div className={styles.evidence}>
        <OutcomeLine of={at.of} />
        <Targets at={at} />
        <Chart at={at} />
        <Work at={at} />
        <Missed at={at} />
      </div>
      <div className={styles.said}>
        {asks ? (
          <>
            <Suggestion at={at} />
            <ScoreForm
              at={at}
              onDone={() => {
                setWriting(false);
                setSaved(true);
              }}
            />
          </>
        ) : (
          <Said at={at}>
            {canScore && (
              <Button
                spacing="compact"
                autoFocus={saved}
                aria-label={t(texts.changeOf, { what: t(texts.theScoreOf, { key: keyResult.key }) })}
                onClick={() => setWriting(true)}
              >
                {t(texts.change)}
              </Button>
            )}
          </Said>
        )}
      </div>
    </li>
  );
}

/** Where it was to go: as published and as it is now, each with what would be scored against it. */
function Targets({ at: { of, suggested, published } }: { at: ClosingKeyResult }) {
  const words = useWords();
  const { t, locale, day } = words;
  const { definition, goalChangedOn } = of.keyResult;
  const commitment = t(texts[definition.commitment]);
  const against = (score: number | null) =>
    score === null ? t(texts.wouldBeNone) : t(texts.wouldBe, { score: sayScore(score, locale) });
  if (published === null) {
    return (
      <p className={styles.quiet}>
        {t(texts.target, { goal: sayGoal(definition, definition.unit, words) })} · {commitment}
      </p>
    );
  }
  return (
    <div className={styles.quiet}>
      <p>
        {t(texts.targetPublished, { goal: sayGoal(published.goal, definition.unit, words) })} ·{' '}
        <strong>{against(published.suggested)}</strong>
      </p>
      <p>
        {t(texts.targetNow, { goal: sayGoal(definition, definition.unit, words) })} ·{' '}
        <strong>{against(suggested)}</strong>
      </p>
      <p>
        {goalChangedOn !== null && t(texts.movedOn, { day: day(goalChangedOn, of.today) })} {commitment}
      </p>
    </div>
  );
}

function Chart({ at: { of } }: { at: ClosingKeyResult }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(texts.chart, { key: of.keyResult.key })}</summary>
      {isOpen && (
        <Suspense fallback={<SkeletonLines lines={8} />}>
          <MeasurementChart of={of} />
        </Suspense>
      )}
    </details>
  );
}

/** Work and its verdicts, apart from the outcome and beneath it. */
function Work({ at: { of } }: { at: ClosingKeyResult }) {
  const { t } = useWords();
  const { key, initiatives } = of.keyResult;
  const said = t(texts.work, { key, count: initiatives.length });
  if (initiatives.length === 0) return <p className={styles.quiet}>{said}</p>;
  return (
    <details className={styles.folded}>
      <summary>{said}</summary>
      <ul className={styles.initiatives}>
        {initiatives.map((initiative) => (
          <li key={initiative.id}>
            <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
            <WorkLine
              compact
              work={initiative.work}
              asOf={initiative.work?.asOf ?? null}
              gone={initiative.work?.gone ?? false}
            />
            <VerdictLine of={of} initiative={initiative} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** All initiatives done, key result missed: brought up by name (design §3.9). */
function Missed({ at: { of, suggested, score } }: { at: ClosingKeyResult }) {
  const { t } = useWords();
  const { key, initiatives, definition } = of.keyResult;
  const label =
    score?.label ?? (suggested === null ? null : labelOf(suggested, definition, of.rules.scoreLabels));
  const done = doneButMissed(initiatives, label);
  if (done.length === 0) return null;
  return (
    <Notice tone="warning" title={t(texts.doneButMissed, { key, count: done.length })}>
      <ul>
        {done.map((initiative) => (
          <li key={initiative.id}>
            <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
          </li>
        ))}
      </ul>
      <p>{t(texts.doneButMissedWhy)}</p>
    </Notice>
  );
}

function Suggestion({ at: { of, suggested } }: { at: ClosingKeyResult }) {
  const { t, locale } = useWords();
  return (
    <p>
      {suggested === null
        ? t(texts.notMeasured)
        : t(texts.suggested, {
            score: sayScore(suggested, locale),
            way: sayProgress(of.standing.progress, locale),
          })}
    </p>
  );
}

/** What a person said, with what the measurements suggested beside it. */
function Said({ at: { score, labels }, children }: { at: ClosingKeyResult; children: React.ReactNode }) {
  const words = useWords();
  const { t, locale, moment } = words;
  if (score === null) return <p className={styles.quiet}>{t(texts.noScore)}</p>;
  const { now, published } = score.suggested;
  const say = (value: number | null) => (value === null ? t(texts.nothing) : sayScore(value, locale));
  return (
    <>
      <div className={styles.titleLine}>
        {score.score !== null && <strong className={styles.score}>{sayScored(score, words)}</strong>}
        <Lozenge>{sayLabel(score.label, labels, words)}</Lozenge>
        <span>
          {t(texts.reportNext, { next: t(score.next === null ? texts.nextNone : nextTexts[score.next]) })}
        </span>
        {children}
      </div>
      {score.rationale !== '' && <p className={styles.words}>{score.rationale}</p>}
      <p className={styles.quiet}>
        <Person id={score.by} inline /> · {moment(score.at)} ·{' '}
        {published === now
          ? t(texts.suggestedThen, { score: say(now) })
          : t(texts.suggestedThenPublished, { score: say(now), published: say(published) })}
      </p>
    </>
  );
}
