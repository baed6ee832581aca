import { TIDB_RESERVED, RESERVED_WORDS } from './reserved-words';
import type { SqlToken } from './sql-text';
import { isMark, isWord } from './sql-tree';

type Near = SqlToken | undefined;
/** Whether a word has its own meaning between these. */
type Meaning = (before: Near, next: Near, after: Near) => boolean;

/**
 * Reserved words that MariaDB takes as names, found by trying each (10.11), and where each has its own meaning. The other
 * reserved words it refuses itself, save before a dot.
 */
const TAKEN_AS_NAMES = new Map<string, Meaning>([
  ...words('DATABASE SCHEMA GROUPING', (before, next) => isMark(next, '(') && !names(before)),
  ...words('ROW', (before, next) => isWord(before, 'CURRENT') || (isMark(next, '(') && !names(before))),
  ...words('GENERATED', (_, next) => isWord(next, 'ALWAYS')),
  ...words('STORED VIRTUAL', (before) => isMark(before, ')')),
  ...words('OF', (before) => isWord(before, 'UPDATE', 'SHARE')),
  ...words('WINDOW', (before, _, after) => isWord(after, 'AS') && !names(before)),
  ...words(
    'ARRAY EMPTY FUNCTION GET GROUPS ILIKE IO_AFTER_GTIDS IO_BEFORE_GTIDS JSON_TABLE LATERAL MANUAL MASTER_BIND OPTION ' +
      'OPTIMIZER_COSTS PARALLEL QUALIFY TABLESAMPLE TIDB_CURRENT_TSO UNTIL CUBE SYSTEM',
    () => false,
  ),
]);
/** Window functions: only with OVER after their arguments. */
const WINDOW_FUNCTIONS = new Set(
  'CUME_DIST DENSE_RANK FIRST_VALUE LAG LAST_VALUE LEAD NTH_VALUE NTILE PERCENT_RANK RANK ROW_NUMBER'.split(
    ' ',
  ),
);

function words(list: string, meaning: Meaning): (readonly [string, Meaning])[] {
  return list.split(' ').map((word) => [word, meaning] as const);
}

/** Whether a name comes after this. */
function names(before: Near): boolean {
  const words = 'TABLE INTO INDEX KEY EXISTS JOIN FROM UPDATE WITH RECURSIVE AS ON COLUMN'.split(' ');
  return isWord(before, ...words);
}

/** The first reserved word used as a name without quotes. After a dot every word is a name. */
export function reservedName(tokens: readonly SqlToken[]): SqlToken | null {
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    if (token.kind !== 'word' || !RESERVED_WORDS.has(token.text) || isMark(before, '.')) continue;
    // MariaDB reads `key.id`; of MySQL's own words TiDB does, too.
    if (isMark(next, '.') && TIDB_RESERVED.has(token.text)) return token;
    if (WINDOW_FUNCTIONS.has(token.text)) {
      if (!isCalledOver(tokens, at)) return token;
    } else if (TAKEN_AS_NAMES.get(token.text)?.(before, next, tokens[at + 2]) === false) return token;
  }
  return null;
}

function isCalledOver(tokens: readonly SqlToken[], at: number): boolean {
  let depth = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    if (isMark(tokens[next], '(')) depth += 1;
    if (isMark(tokens[next], ')')) depth -= 1;
    if (depth === 0) return next > at + 1 && isWord(tokens[next + 1], 'OVER', 'IGNORE', 'RESPECT', 'FROM');
  }
  return false;
}
