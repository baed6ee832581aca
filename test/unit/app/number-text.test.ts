import { numberText, parseNumber } from '../../../static/app/src/components/number-text';

test.each([
  ['2.5', 'en-GB', 2.5],
  ['1,234.5', 'en-GB', 1234.5],
  ['1.234,5', 'de-DE', 1234.5],
  ['2,5', 'de-DE', 2.5],
  // Not grouped in threes, so the point can only be a decimal mark.
  ['2.5', 'de-DE', 2.5],
  ['1.234', 'de-DE', 1234],
  ['1.234.567', 'de-DE', 1_234_567],
  ['1 234,5', 'fr-FR', 1234.5],
  ['−3', 'sv-SE', -3],
  ['-0.5', 'en-US', -0.5],
  ['45 %', 'en-US', 45],
  ['.5', 'en-US', 0.5],
])('%s in %s is %d', (text, locale, value) => {
  expect(parseNumber(text, locale)).toBe(value);
});

test('marks that could mean two things are asked about, not guessed', () => {
  // Read as a group it would be 505, ten times what was meant.
  expect(parseNumber('50,5', 'en-GB')).toBeNull();
  expect(parseNumber('1,23', 'en-US')).toBeNull();
  expect(parseNumber('1,234', 'en-US')).toBe(1234);
  expect(parseNumber('12,34,567.5', 'en-IN')).toBe(1_234_567.5);
});

test.each(['', 'abc', '1e400', 'NaN', 'Infinity', '1-2', '--1', '0x10', 'ten', '1.2.x'])(
  '%j is no number',
  (text) => {
    expect(parseNumber(text, 'en-US')).toBeNull();
  },
);

test('a number is written back as it is typed', () => {
  expect(numberText(1234.5, 'de-DE')).toBe('1234,5');
  expect(numberText(-3, 'en-US')).toBe('-3');
});
