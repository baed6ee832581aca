import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { IssueId } from '../../../../../src/domain/ids';
import {
  learn,
  learnByKind,
  lagBands,
  movedRange,
  sizeBands,
  type KindOfWork,
  type LearnedKind,
  type LearningRow,
} from '../../../../../src/domain/learning';
import type { LearntWork } from '../../../../../src/domain/learnt-work';
import { sayShare } from '../../../../../src/domain/say';
import { SkeletonLines } from '../../components/skeleton-lines';
import { learningWords as words } from '../../messages/en/learning';
import { useWords } from '../../messages/use-words';
import styles from './learning.module.css';
import { useKinds } from './use-kinds';
import { withoutKinds } from './without-kinds';

/** Kinds shown before the rest is asked for. */
const shownFirst = 8;

/** Counts by kind of work. Types and labels come from Jira, as the viewer, when the figures above are there already. */
export function Kinds({ work }: { work: readonly (LearntWork & { issueId: IssueId })[] }) {
  const { t } = useWords();
  const kinds = useKinds(work);
  const rows = withoutKinds(work);
  return (
    <section className={styles.section} aria-labelledby="kinds">
      <h2 id="kinds" className={styles.heading}>
        {t(words.kinds)}
      </h2>
      <p className={styles.text}>{t(words.kindsWhy)}</p>
      <div className={styles.tables}>
        {kinds === null ? (
          <SkeletonLines lines={4} />
        ) : (
          <>
            <KindTable kind="issue-type" learnt={seenByKind(kinds, 'issue-type')} />
            <KindTable kind="label" learnt={seenByKind(kinds, 'label')} />
          </>
        )}
        <KindTable kind="size" learnt={bandsInOrder(rows, 'size')} />
        <KindTable kind="lag" learnt={bandsInOrder(rows, 'lag')} />
      </div>
    </section>
  );
}

/** A kind with the words it is shown by. */
type Named = LearnedKind & { id: string; hidden: boolean };

/** What the viewer sees by kind, and what they do not as one kind of its own. */
function seenByKind(rows: readonly LearningRow[], kind: 'issue-type' | 'label'): Named[] {
  const hidden = rows.filter(({ issueType }) => issueType === null);
  const seen = learnByKind(
    rows.filter(({ issueType }) => issueType !== null),
    kind,
  ).map((one) => ({ ...one, id: `is ${one.name ?? ''}`, hidden: false }));
  return hidden.length === 0
    ? seen
    : [...seen, { name: null, id: 'hidden', hidden: true, learned: learn(hidden) }];
}

const bands = { size: sizeBands, lag: lagBands };

/** Sizes and lags have an order of their own. */
function bandsInOrder(rows: readonly LearningRow[], kind: 'size' | 'lag'): Named[] {
  const place = (name: string | null) =>
    name === null ? Infinity : bands[kind].findIndex((one) => one === name);
  return learnByKind(rows, kind)
    .map((one) => ({ ...one, id: one.name ?? '', hidden: false }))
    .sort((a, b) => place(a.name) - place(b.name));
}

const captions: Record<KindOfWork, (typeof words)[keyof typeof words]> = {
  'issue-type': words.byType,
  label: words.byLabel,
  size: words.bySize,
  lag: words.byLag,
};

const bandWords = new Map([
  ['size 0', words.size0],
  ['size 1-5', words.size5],
  ['size 6-15', words.size15],
  ['size 16+', words.size16],
  ['lag 0-7', words.lag7],
  ['lag 8-30', words.lag30],
  ['lag 31-91', words.lag91],
  ['lag 92+', words.lag92],
]);

const unknown: Record<KindOfWork, (typeof words)[keyof typeof words]> = {
  'issue-type': words.hidden,
  label: words.noLabel,
  size: words.sizeUnknown,
  lag: words.lagUnknown,
};

function KindTable({ kind, learnt: kinds }: { kind: KindOfWork; learnt: readonly Named[] }) {
  const { t } = useWords();
  const learnt = kinds.filter(({ learned }) => learned.judged > 0);
  const [all, setAll] = useState(false);
  const shown = all ? learnt : learnt.slice(0, shownFirst);
  const nameOf = ({ name, hidden }: Named) => {
    if (hidden) return t(words.hidden);
    if (name === null) return t(unknown[kind]);
    const band = bandWords.get(`${kind} ${name}`);
    return band ? t(band) : name;
  };
  return (
    <div className={styles.scroll} role="region" aria-label={t(captions[kind])} tabIndex={0}>
      <table className={styles.table}>
        <caption>{t(captions[kind])}</caption>
        <thead>
          <tr>
            {[
              words.kind,
              words.judged,
              words.moved,
              words.didNotMove,
              words.notSeen,
              words.wrongWay,
              words.movedShare,
            ].map((head) => (
              <th key={head.id} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.id}>
              <th scope="row">{nameOf(one)}</th>
              <Figures of={one} />
            </tr>
          ))}
        </tbody>
      </table>
      {learnt.length > shown.length && (
        <Button appearance="subtle" spacing="compact" onClick={() => setAll(true)}>
          {t(words.allKinds, { count: learnt.length })}
        </Button>
      )}
    </div>
  );
}

/** Counts, and the share that moved as a range: a bare percentage of few would say more than is known. */
function Figures({ of: { learned } }: { of: LearnedKind }) {
  const { t, number, locale } = useWords();
  const { low, high } = movedRange(learned);
  const { judged, moved, didNotMove, couldNotSee, movedWrongWay } = learned;
  return (
    <>
      {[judged, moved, didNotMove, couldNotSee, movedWrongWay].map((count, index) => (
        <td key={index}>{number(count)}</td>
      ))}
      <td data-quiet={learned.tooFew}>
        {learned.tooFew
          ? t(words.tooFewHere)
          : t(words.rangeOf, { low: sayShare(low, locale), high: sayShare(high, locale) })}
      </td>
    </>
  );
}
