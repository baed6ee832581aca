import { localDate } from '../../../src/domain/dates';
import { reviewSentence } from '../../../static/app/src/features/review/review-sentence';
import { definitionOf, emptyKeyResult } from '../../../static/app/src/features/objective/key-result-draft';

const dates = { startsOn: localDate('2026-10-01'), dueOn: localDate('2026-12-31') };
const rules = (...said: Parameters<typeof reviewSentence>) => reviewSentence(...said).map(({ rule }) => rule);

test('a number in a field of its own answers what the sentence lacks, and nothing else', () => {
  const read = definitionOf({ ...emptyKeyResult(dates, null), start: '600', target: '900' }, 'en');
  if (!read.ok) throw new Error('600 to 900 is no definition');
  expect(rules('Books borrowed a month', null)).toContain('K1');
  expect(rules('Books borrowed a month', read.definition)).toEqual([]);
  expect(rules('Launch the reading app', read.definition)).toContain('K3');

  const unknown = definitionOf({ ...emptyKeyResult(dates, null), metric: 'not-measurable-yet' }, 'en');
  if (!unknown.ok) throw new Error('not measurable yet is no definition');
  expect(rules('Books borrowed a month', unknown.definition)).toContain('K1');
});
