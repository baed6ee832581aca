import { localDate } from '../../../src/domain/dates';
import { readSaidMetric } from '../../../src/domain/said-metric';
import { sayUnderstood } from '../../../static/app/src/features/objective/say-understood';
import type { Words } from '../../../static/app/src/messages/use-words';

const cycle = { startsOn: localDate('2026-04-01'), dueOn: localDate('2026-06-30') };
const words: Words = {
  locale: 'en',
  t: ({ defaultMessage }, values = {}) =>
    defaultMessage.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  day: (day) => day,
  moment: String,
  number: String,
  list: (items) => items.join(', '),
};

test.each([
  ['Keep uptime above 99.9%', 'stays at least 99.9%'],
  ['Hold errors below 2%', 'stays at most 2%'],
  ['Keep stock between 20 and 30', 'stays between 20 and 30'],
  ['Keep the team happy', 'stays within a band'],
  ['Raise activation from 45% to 60% by 15 May', 'rises from 45% to 60%, by 2026-05-15'],
  ['Launch the new help centre', ''],
])('“%s” is understood as “%s”', (sentence, understood) => {
  expect(sayUnderstood(readSaidMetric(sentence, cycle), words)).toBe(understood);
});
