import { alignmentOf, type AlignedObjective } from '../../../src/domain/alignment';
import type { CycleId, ObjectiveId } from '../../../src/domain/ids';
import { copiesWords } from '../../../src/domain/quality/copied';
import { enclosingCycles } from '../../../src/domain/serves';
import { packSignals, signalsOf, unpackSignals } from '../../../src/domain/signals';

const id = (name: string) => name as ObjectiveId;

function objective(
  name: string,
  serves: string | null,
  more: Partial<AlignedObjective> = {},
): AlignedObjective {
  return {
    id: id(name),
    title: `What ${name} wants`,
    isTop: false,
    serves: serves === null ? { kind: 'unsaid' } : { kind: 'objective', id: id(serves) },
    asked: 0,
    declined: 0,
    ...more,
  };
}

/** The tree as one line: `top(team(person))`. */
function drawn(objectives: AlignedObjective[]): string {
  const { roots, beneath } = alignmentOf(objectives);
  const draw = (one: AlignedObjective): string => {
    const below = beneath.get(one.id) ?? [];
    return below.length === 0 ? one.id : `${one.id}(${below.map(draw).join(' ')})`;
  };
  return roots.map(draw).join(' ');
}

test('a tree stands under what it serves, in the order read', () => {
  expect(
    drawn([
      objective('a', null),
      objective('c', 'b'),
      objective('b', 'a'),
      objective('d', 'a', { serves: { kind: 'key-result', id: id('a'), title: 'Churn' } }),
      objective('e', 'not on the map'),
    ]),
  ).toBe('a(b(c) d) e');
});

test.each([
  ['two that serve each other', ['a>b', 'b>a'], 'a(b)', ['a', 'b']],
  ['three in a circle, and one that serves it', ['x>b', 'a>b', 'b>c', 'c>a'], 'a(c(b(x)))', ['a', 'b', 'c']],
  ['one that serves itself', ['a>a'], 'a', ['a']],
  ['two circles', ['a>b', 'b>a', 'c>d', 'd>c', 'e>'], 'a(b) c(d) e', ['a', 'b', 'c', 'd']],
])('%s: every objective stands in the tree once, and the circle is told', (_, edges, tree, circle) => {
  const objectives = edges.map((edge) => {
    const [from = '', to = ''] = edge.split('>');
    return objective(from, to === '' ? null : to);
  });
  expect(drawn(objectives)).toBe(tree);
  const { faults } = alignmentOf(objectives);
  const circling = objectives.filter(({ id: one }) => faults.get(one)?.includes('circle'));
  expect(circling.map((one) => one.id).sort()).toEqual(circle);
});

test('what is wrong with each', () => {
  const objectives = [
    objective('top', null, { isTop: true }),
    objective('alone', null),
    objective('says-why', null, { serves: { kind: 'none' } }),
    objective('hidden', null, { serves: { kind: 'hidden' } }),
    objective('gone', null, { serves: { kind: 'gone' } }),
    objective('waits', 'top', { asked: 2 }),
    objective('refused', 'top', { declined: 1 }),
    objective('echo', 'top', { title: 'what TOP wants' }),
  ];
  expect(Object.fromEntries(alignmentOf(objectives).faults)).toEqual({
    alone: ['orphan'],
    gone: ['orphan'],
    waits: ['unconfirmed'],
    refused: ['declined'],
    echo: ['copy'],
  });
});

test('ten thousand in one line are drawn in a moment, and none is told twice', () => {
  const line = Array.from({ length: 10_000 }, (_, at) =>
    objective(`o${at}`, at === 0 ? null : `o${at - 1}`, {
      title: at % 2 === 0 ? 'Schools answer' : 'Learners return',
    }),
  );
  const { roots, parentOf, faults } = alignmentOf(line);
  expect([roots.length, parentOf.size, faults.size]).toEqual([1, 9_999, 1]);
});

describe('copied words', () => {
  test.each([
    ['Nobody waits for help', 'Nobody waits for help'],
    ['Increase annual revenue to $2M', 'Increase annual revenue to $10M'],
    ['Customers love our checkout', 'Our customers love the checkout and come back'],
    ['Support customers who love our new checkout', 'Customers love our checkout'],
    ['Reduce support tickets of schools', 'Support ticket of a school'],
    ['Happy customers', 'Happier? No: happy customers!'.slice(12)],
  ])('“%s” copies “%s”', (title, served) => {
    expect(copiesWords(title, served)).toBe(true);
  });

  test.each([
    ['Teachers find a lesson in a minute', 'Learners come back every week'],
    ['Checkout takes one page', 'Customers love our checkout and come back'],
    ['Schools answer their learners the same day', 'Learners come back every week'],
    // One word in common is a topic, not a copy.
    ['Checkout', 'Customers love our checkout'],
    ['Happy customers in every school', 'Happy customers'],
    // Only small words in common.
    ['More of the best for every new one', 'Better, for all of the year'],
    ['', 'Learners come back every week'],
    ['100 %', '100 %'],
  ])('“%s” does not copy “%s”', (title, served) => {
    expect(copiesWords(title, served)).toBe(false);
  });
});

test('the cycles that hold a cycle, the nearest first; a circle of cycles ends', () => {
  const cycle = (name: string, parent: string | null) => ({
    id: name as CycleId,
    parentId: parent as CycleId | null,
  });
  const cycles = [cycle('q', 'h'), cycle('h', 'y'), cycle('y', null), cycle('p', 'r'), cycle('r', 'p')];
  expect(enclosingCycles('q' as CycleId, cycles)).toEqual(['q', 'h', 'y']);
  expect(enclosingCycles('p' as CycleId, cycles)).toEqual(['p', 'r']);
});

test('signals are the roll-up, the lowest confidence and what is stale, and pack without loss', () => {
  const stands = (clamped: number | null, confidence: number | null, state: 'fresh' | 'due' | 'stale') => ({
    weight: 1,
    standing: {
      progress: clamped === null ? null : { raw: clamped, clamped },
      pace: clamped === null ? ('unknown' as const) : ('behind' as const),
      confidence:
        confidence === null
          ? null
          : { value: confidence, on: '2026-05-12' as never, tone: 'amber' as const, change: null },
      freshness: {
        value: { state, last: null, dueOn: null },
        confidence: { state, last: null, dueOn: null },
      },
    },
  });
  const signals = signalsOf([stands(0.5, 7, 'fresh'), stands(1, 4, 'due'), stands(null, null, 'stale')]);
  expect(signals).toEqual({
    progress: 0.5,
    measured: 2,
    of: 3,
    byPace: { ahead: 0, 'on-pace': 0, behind: 2, 'far-behind': 0, unknown: 1 },
    confidence: 4,
    stale: 1,
    due: 1,
  });
  expect(unpackSignals(packSignals(signals))).toEqual(signals);
});
