import fc from 'fast-check';
import { together, type SharedField } from '../../../static/app/src/components/together';

type Draft = { title: string; from: string; to: string };
const begun: Draft = { title: 'Trials', from: '40', to: '60' };

const fields: SharedField<Draft>[] = [
  { label: 'Title', part: ({ title }) => ({ title }), said: ({ title }) => title },
  { label: 'Numbers', part: ({ from, to }) => ({ from, to }), said: ({ from, to }) => `${from} to ${to}` },
];

function meet(saved: Partial<Draft>, mine: Partial<Draft>) {
  const { draft, theirs, both } = together(begun, { ...begun, ...saved }, { ...begun, ...mine }, fields);
  return { draft, theirs: theirs.map(({ label }) => label), both: both.map(({ label }) => label) };
}

test('what only one of two changed is as that one left it', () => {
  expect(meet({ to: '55' }, { title: 'Trials that pay' })).toEqual({
    draft: { title: 'Trials that pay', from: '40', to: '55' },
    theirs: ['Numbers'],
    both: [],
  });
});

test('what both changed is as the one who asks wrote it, and is named', () => {
  expect(meet({ to: '55' }, { to: '65' })).toEqual({
    draft: { title: 'Trials', from: '40', to: '65' },
    theirs: [],
    both: ['Numbers'],
  });
});

test('the same change by both is nothing to choose', () => {
  expect(meet({ to: '65' }, { to: '65' })).toEqual({
    draft: { title: 'Trials', from: '40', to: '65' },
    theirs: [],
    both: [],
  });
});

const drafts = fc.record({
  title: fc.constantFrom('a', 'b', 'c'),
  from: fc.constantFrom('1', '2'),
  to: fc.constantFrom('3', '4'),
});

test('with nobody else’s change it is what was typed; with nothing typed it is what others saved', () => {
  fc.assert(
    fc.property(drafts, drafts, (one, other) => {
      expect(together(one, one, other, fields)).toEqual({ draft: other, theirs: [], both: [] });
      expect(together(one, other, one, fields).draft).toEqual(other);
      expect(together(one, other, one, fields).both).toEqual([]);
    }),
  );
});
