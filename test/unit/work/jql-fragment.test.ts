import type { IssueId } from '../../../src/domain/ids';
import { fragmentOf, mostValues, parentsIn, valuesOf } from '../../../src/usecases/jql/fragment';
import { readClause } from '../../../src/usecases/jql/functions';

const ids = (...numbers: number[]) => numbers.map((number) => String(number) as IssueId);
const keys = { objective: 'GOAL', keyResult: 'RES' };

describe('the JQL that stands in for a function', () => {
  const epics = { attached: ids(7, 8), parents: ids(7, 8), branches: ids(11) };

  it('names issues, and their children by their parents', () => {
    expect(fragmentOf(epics, false)).toBe(
      '(issue in (7, 8) OR (waymark.keyResults is EMPTY AND parent is not EMPTY AND (parent in (7, 8) OR parent in (11))))',
    );
  });

  it('names the others', () => {
    expect(fragmentOf(epics, true)).toBe(
      '(issue not in (7, 8) AND (waymark.keyResults is not EMPTY OR parent is EMPTY OR (parent not in (7, 8) AND parent not in (11))))',
    );
  });

  it('names nothing, or everything, in words of its own: JQL has no empty list', () => {
    const none = { attached: [], parents: [], branches: [] };
    expect(fragmentOf(none, false)).toBe('project is EMPTY');
    expect(fragmentOf(none, true)).toBe('project is not EMPTY');
  });

  it('names every attached issue by its property', () => {
    const all = { attached: null, parents: ids(7), branches: [] };
    expect(fragmentOf(all, false)).toBe(
      '(waymark.keyResults is not EMPTY OR (waymark.keyResults is EMPTY AND parent is not EMPTY AND (parent in (7))))',
    );
    expect(fragmentOf({ ...all, parents: [] }, true)).toBe('waymark.keyResults is EMPTY');
  });

  it('reads back what it named', () => {
    for (const but of [false, true]) {
      expect(parentsIn(fragmentOf(epics, but))).toEqual({ parents: ids(7, 8), branches: ids(11) });
    }
    expect(parentsIn('project is EMPTY')).toEqual({ parents: [], branches: [] });
    expect(parentsIn('labels = x')).toBeNull();
  });

  it('stays below Jira’s 1,000 values', () => {
    // Two lists of 493, and EMPTY three times.
    const many = Array.from({ length: 493 }, (_, at) => String(at + 1) as IssueId);
    expect(valuesOf({ attached: many, parents: many, branches: [] })).toBe(989);
    expect(mostValues).toBeLessThan(1000);
  });
});

describe('reading a clause', () => {
  const clause = { functionName: 'servesKeyResult', field: 'key', operator: 'in', arguments: ['res-12'] };

  it('takes the site’s own prefix in any case', () => {
    expect(readClause(clause, keys)).toEqual({
      kind: 'serving',
      served: { by: 'key-result', number: 12 },
      but: false,
    });
    expect(readClause({ ...clause, arguments: ['KR-12'] }, keys)).toEqual({
      sentence: '"KR-12" is not the key of a key result: those look like RES-12.',
    });
  });

  it('takes an impact of all, of a key result or of a cycle', () => {
    const impact = { ...clause, functionName: 'IMPACT', operator: 'not in' };
    expect(readClause({ ...impact, arguments: ['Moved'] }, keys)).toEqual({
      kind: 'impact',
      verdict: 'moved',
      of: { by: 'any' },
      but: true,
    });
    expect(readClause({ ...impact, arguments: ['moved', 'RES-3'] }, keys)).toMatchObject({
      of: { by: 'key-result', number: 3 },
    });
    expect(readClause({ ...impact, arguments: ['moved', 'Q4 2026'] }, keys)).toMatchObject({
      of: { by: 'cycle', name: 'Q4 2026' },
    });
  });

  it.each([
    [{ functionName: 'constructor' }, 'Waymark has no JQL function constructor.'],
    [
      { arguments: ['RES-1', 'RES-2'] },
      'servesKeyResult was given 2 arguments and takes 1. Write it as: issue in servesKeyResult("RES-12").',
    ],
    [
      { operator: '=' },
      'servesKeyResult goes with "in" and "not in", not with "=". Write it as: issue in servesKeyResult("RES-12").',
    ],
    [
      { arguments: ['RES-99999999999'] },
      '"RES-99999999999" is not the key of a key result: those look like RES-12.',
    ],
  ])('%j is refused with a sentence', (wrong, sentence) => {
    expect(readClause({ ...clause, ...wrong }, keys)).toEqual({ sentence });
  });
});
