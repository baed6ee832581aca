import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readClause } from '../../src/usecases/jql/functions';
import { root } from './temp-app';

const manifest = z.object({
  modules: z.object({
    'jira:jqlFunction': z.array(
      z.object({
        name: z.string(),
        arguments: z.array(z.object({ required: z.boolean() })),
        operators: z.array(z.string()),
      }),
    ),
  }),
});
const declared = manifest.parse(parse(readFileSync(path.join(root, 'manifest.yml'), 'utf8'))).modules[
  'jira:jqlFunction'
];
const keys = { objective: 'O', keyResult: 'KR' };

/** What is said of a call with this many arguments; '' when nothing is wrong with their number. */
function saidOf(functionName: string, operator: string, count: number): string {
  const args = Array.from({ length: count }, () => 'KR-1');
  const read = readClause({ functionName, field: 'key', operator, arguments: args }, keys);
  const sentence = 'sentence' in read ? read.sentence : '';
  return /was given|has no JQL function|goes with/.exec(sentence)?.[0] ?? '';
}

test('the functions of the manifest are the five of the design', () => {
  expect(declared.map(({ name }) => name).sort()).toEqual([
    'impact',
    'servesCycle',
    'servesKeyResult',
    'servesObjective',
    'withoutKeyResult',
  ]);
});

test.each(declared)('$name takes what the manifest says', ({ name, arguments: args, operators }) => {
  const least = args.filter(({ required }) => required).length;
  for (const operator of operators) {
    for (let count = least; count <= args.length; count += 1) expect(saidOf(name, operator, count)).toBe('');
    expect(saidOf(name, operator, args.length + 1)).toBe('was given');
    if (least > 0) expect(saidOf(name, operator, least - 1)).toBe('was given');
  }
  expect(saidOf(name, '=', least)).toBe('goes with');
});
