import type { SqlToken } from './sql-text';
import { isMark } from './sql-tree';

/** Which limits hold for a statement, and what its reply looks like. */
export type StatementKind = 'select' | 'dml' | 'ddl';

/** Why Forge refuses a statement, in the words of its reply. */
export interface PolicyRefusal {
  readonly code: 'SQL_POLICY_VIOLATION' | 'SQL_EXECUTION_ERROR';
  readonly message: string;
  readonly suggestion: string;
}

export type PolicyAnswer =
  | { readonly ok: true; readonly kind: StatementKind }
  | { readonly ok: false; readonly refusal: PolicyRefusal };

const SHOWABLE = new Set(['TABLES', 'COLUMNS', 'INDEX', 'INDEXES', 'KEYS']);
const SYSTEM_SCHEMAS = new Set(['INFORMATION_SCHEMA', 'MYSQL']);
const HINTS = new Set(
  (
    'USE_INDEX IGNORE_INDEX FORCE_INDEX ORDER_INDEX NO_ORDER_INDEX HASH_JOIN MERGE_JOIN INL_JOIN INL_HASH_JOIN ' +
    'INL_MERGE_JOIN BKA NO_BKA BNL NO_BNL'
  ).split(' '),
);
const AUDITED = new Set(
  'COMPRESS UNCOMPRESS DECOMPRESS AES_ENCRYPT AES_DECRYPT SHA2 SLEEP BENCHMARK'.split(' '),
);
/** Statements Forge's policy names, and those its docs leave unsaid but one statement a call cannot use. */
const REFUSED_STATEMENTS = new Set(
  (
    'USE PREPARE EXECUTE DEALLOCATE BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE LOCK UNLOCK GRANT REVOKE CALL ' +
    'LOAD HANDLER KILL SHUTDOWN XA DO'
  ).split(' '),
);
const DDL = new Set(['CREATE', 'ALTER', 'DROP', 'TRUNCATE', 'RENAME']);
const READS = new Set([
  'SELECT',
  'SHOW',
  'WITH',
  'EXPLAIN',
  'DESCRIBE',
  'DESC',
  'VALUES',
  'TABLE',
  'ANALYZE',
]);
/** Made by CREATE, but absent from TiDB or from what Forge offers. */
const UNMADE = new Set(
  'TRIGGER PROCEDURE FUNCTION EVENT DATABASE SCHEMA USER ROLE SERVER PACKAGE'.split(' '),
);

const violation = (message: string, suggestion: string): PolicyAnswer => ({
  ok: false,
  refusal: { code: 'SQL_POLICY_VIOLATION', message, suggestion },
});

/**
 * Forge's query policy, checked before the database sees a statement, and the parts of MySQL that
 * Forge SQL (TiDB) does not have. Source: Forge docs, "Forge SQL query policy" and "Forge SQL".
 * @param ownSchema the installation's database, the only schema that may be named
 */
export function checkPolicy(tokens: readonly SqlToken[], ownSchema: string): PolicyAnswer {
  const end = tokens.findIndex((token) => isMark(token, ';'));
  if (end >= 0 && tokens.slice(end).some((token) => !isMark(token, ';'))) {
    return violation(
      'More than one statement in a request is not permitted.',
      'Send each statement on its own.',
    );
  }
  const [first, second] = tokens.filter((token) => !isMark(token, '('));
  if (first?.kind !== 'word') {
    const message = 'Unknown SQL execution error';
    return {
      ok: false,
      refusal: { code: 'SQL_EXECUTION_ERROR', message, suggestion: 'Send one SQL statement.' },
    };
  }
  return (
    refuseStatement(first, second, tokens) ??
    refuseParts(tokens, ownSchema) ?? { ok: true, kind: kindOf(first) }
  );
}

function refuseStatement(
  first: SqlToken,
  second: SqlToken | undefined,
  tokens: readonly SqlToken[],
): PolicyAnswer | null {
  const what = first.text;
  if (what === 'SET' && !onlyVariables(tokens)) {
    return violation('SET is not permitted.', 'Only user variables may be set: SET @name = value.');
  }
  if (what === 'SHOW' && !SHOWABLE.has((second?.text === 'FULL' ? tokens[2] : second)?.text ?? '')) {
    return violation(
      'This SHOW statement is not permitted.',
      'Use SHOW TABLES, SHOW COLUMNS or SHOW INDEXES.',
    );
  }
  if (REFUSED_STATEMENTS.has(what)) {
    return violation(`${what} is not permitted.`, 'Each call is one statement on its own connection.');
  }
  if (!DDL.has(what)) return null;
  const made = tokens.slice(1, 6).find((token) => UNMADE.has(token.text) && token.kind === 'word');
  const upToName = tokens.slice(1, 6).findIndex((token) => token.text === 'TABLE' || token.text === 'INDEX');
  return made && upToName < 0
    ? violation(`${what} ${made.text} is not supported.`, 'Keep this in the app.')
    : null;
}

function onlyVariables(tokens: readonly SqlToken[]): boolean {
  const next = tokens[1];
  return next?.kind === 'word' && next.text.startsWith('@') && !next.text.startsWith('@@');
}

function refuseParts(tokens: readonly SqlToken[], ownSchema: string): PolicyAnswer | null {
  const defines = ['CREATE', 'ALTER'].includes(tokens[0]?.text ?? '');
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (token.kind === 'hint') {
      const unknown = [...token.text.matchAll(/([A-Za-z_]+)\s*\(/g)].find(
        (hint) => !HINTS.has((hint[1] ?? '').toUpperCase()),
      );
      if (unknown)
        return violation(`The optimizer hint ${unknown[1] ?? ''} is not permitted.`, 'Remove the hint.');
    }
    if (token.kind !== 'word') continue;
    if (AUDITED.has(token.text) && isMark(next, '(')) {
      return violation(`The function ${token.text} is not permitted.`, 'Compute this in the app.');
    }
    if (['LIMIT', 'OFFSET'].includes(token.text) && (isMark(next, '?') || limitPairBound(tokens, at))) {
      return violation(`${token.text} cannot be bound.`, 'Write the number, checked, into the statement.');
    }
    if (defines && (token.text === 'REFERENCES' || (token.text === 'FOREIGN' && next?.text === 'KEY'))) {
      return violation(
        'Foreign keys are not supported.',
        'Keep references in the app; joins work without them.',
      );
    }
    // TiDB takes it and never looks at it.
    if (defines && token.text === 'CHECK' && isMark(next, '(')) {
      return violation('CHECK is not supported.', 'Check the value in the app.');
    }
    if (defines && token.text === 'JSON' && !isMark(tokens[at - 1], '(') && !isMark(tokens[at - 1], ',')) {
      return violation(
        'JSON columns are not supported here: MariaDB keeps their text as written, TiDB does not.',
        'Use TEXT; Forge may stop offering JSON.',
      );
    }
    // ON DUPLICATE KEY UPDATE is followed by columns, not by a table.
    if (['FROM', 'JOIN', 'INTO', 'TABLE'].includes(token.text) || (token.text === 'UPDATE' && at === 0)) {
      const foreign = foreignSchema(tokens.slice(at + 1, at + 8), ownSchema);
      if (foreign)
        return violation(`The schema ${foreign} is not this installation's.`, 'Name the table alone.');
    }
  }
  return null;
}

function limitPairBound(tokens: readonly SqlToken[], at: number): boolean {
  return isMark(tokens[at + 2], ',') && isMark(tokens[at + 3], '?');
}

function foreignSchema(after: readonly SqlToken[], ownSchema: string): string | null {
  const [name, dot, table] = after.filter((token) => !['IF', 'NOT', 'EXISTS'].includes(token.text));
  if (!name || !['word', 'name'].includes(name.kind) || !isMark(dot, '.') || !table) return null;
  const own = name.text.toUpperCase() === ownSchema.toUpperCase();
  return own || SYSTEM_SCHEMAS.has(name.text.toUpperCase()) ? null : name.text;
}

function kindOf(first: SqlToken): StatementKind {
  if (DDL.has(first.text)) return 'ddl';
  return READS.has(first.text) ? 'select' : 'dml';
}
