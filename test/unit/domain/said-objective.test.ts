import fc from 'fast-check';
import { readSaidObjective } from '../../../src/domain/said-objective';
import { day } from './build';

const quarter = { startsOn: day('2026-04-01'), dueOn: day('2026-06-30') };
const read = (sentence: string) => readSaidObjective(sentence, quarter);

test('an objective and its key results are taken from one sentence', () => {
  expect(
    read(
      'We will become the first choice of schools as measured by raising trials that convert from 40 % to 60 % and reducing churn from 5 % to 3 %.',
    ),
  ).toEqual({
    title: 'Become the first choice of schools',
    keyResults: ['Raising trials that convert from 40 % to 60 %', 'Reducing churn from 5 % to 3 %'],
  });
});

test('key results may stand on lines or between semicolons', () => {
  expect(read('New schools stay, measured by: activation from 45% to 60%; fewer calls\nNPS of 40')).toEqual({
    title: 'New schools stay',
    keyResults: ['Activation from 45% to 60%', 'Fewer calls', 'NPS of 40'],
  });
});

test('“and” and commas within one movement part nothing', () => {
  expect(
    read(
      'Make support quick, as measured by cut answers for research and development from 1,000 to 400 minutes',
    ),
  ).toEqual({
    title: 'Make support quick',
    keyResults: ['Cut answers for research and development from 1,000 to 400 minutes'],
  });
});

test('a plain objective is as it was typed, its first letter large', () => {
  expect(read('New schools stay with us')).toEqual({ title: 'New schools stay with us', keyResults: [] });
  expect(read('we will delight teachers')).toEqual({ title: 'Delight teachers', keyResults: [] });
});

test('of nothing and of hostile text it makes no more than was there', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('as measured by', 'We will ', ' measured by ; ; and')),
      (text) => {
        const { title, keyResults } = read(text);
        expect([title, ...keyResults].join('').length).toBeLessThanOrEqual(text.length);
        expect(keyResults.every((one) => one.trim() !== '')).toBe(true);
      },
    ),
  );
});
