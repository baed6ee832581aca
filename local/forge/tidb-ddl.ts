import { nameOf } from './sql-query';
import { comma, isMark, isWord, splitAt, type SqlPiece } from './sql-tree';
import { parseError, unknownError, type DatabaseError } from './tidb-error';

type Pieces = readonly SqlPiece[];
type Column = { readonly name: string; readonly definition: Pieces; readonly added: boolean };

const TYPES = new Set(
  (
    'BIT TINYINT SMALLINT MEDIUMINT INT INTEGER BIGINT INT1 INT2 INT3 INT4 INT8 MIDDLEINT BOOL BOOLEAN DECIMAL DEC ' +
    'NUMERIC FIXED FLOAT FLOAT4 FLOAT8 DOUBLE REAL DATE DATETIME TIMESTAMP TIME YEAR CHAR CHARACTER NCHAR NATIONAL ' +
    'VARCHAR VARCHARACTER NVARCHAR BINARY VARBINARY TINYTEXT TEXT MEDIUMTEXT LONGTEXT LONG TINYBLOB BLOB MEDIUMBLOB ' +
    'LONGBLOB ENUM SET JSON SERIAL'
  ).split(' '),
);
const LONG_TYPES = 'TINYTEXT TEXT MEDIUMTEXT LONGTEXT LONG TINYBLOB BLOB MEDIUMBLOB LONGBLOB JSON'.split(' ');
const CHARACTER_SETS = ['UTF8', 'UTF8MB4', 'ASCII', 'LATIN1', 'BINARY', 'GBK'];
/** Parts of a table's definition that are no column. */
const NO_COLUMN = [
  'PRIMARY',
  'KEY',
  'INDEX',
  'UNIQUE',
  'CONSTRAINT',
  'FOREIGN',
  'CHECK',
  'FULLTEXT',
  'SPATIAL',
  'LIKE',
  'PERIOD',
];
/** MariaDB's own words in a definition, after which TiDB cannot read on. */
const ONLY_MARIADB =
  'INVISIBLE IGNORED PERSISTENT COMPRESSED VERSIONING REF_SYSTEM_ID PAGE_CHECKSUM PAGE_COMPRESSED TRANSACTIONAL'.split(
    ' ',
  );

/** What TiDB refuses, or takes and passes over, in a statement that changes the schema. */
export function schemaRefusal(sql: string, tree: Pieces): DatabaseError | null {
  const isTable = tree.slice(1, 4).some((piece) => isWord(piece, 'TABLE'));
  if (isTable && isWord(tree[1], 'OR')) return parseError(sql, tree[3]);
  if (tree.some((piece) => isWord(piece, 'FULLTEXT', 'SPATIAL')) || listed(tree).some(isFulltext)) {
    return unsupported('FULLTEXT and SPATIAL index is not supported');
  }
  const all = [...tree, ...tree.flatMap((piece) => (piece.kind === 'group' ? piece.inside : []))];
  if (!isTable) return null;
  if (isWord(tree[0], 'CREATE') && all.some((piece) => isWord(piece, 'SELECT'))) {
    return unknownError("'CREATE TABLE ... SELECT' is not implemented yet");
  }
  for (const [at, piece] of all.entries()) {
    const found = wordRefusal(sql, piece, all, at);
    if (found) return found;
  }
  const columns = isWord(tree[0], 'CREATE') ? createdColumns(tree) : changedColumns(tree);
  return (
    firstFound(columns, (column) => columnRefusal(sql, column)) ??
    firstFound(listed(tree), (part) => keyRefusal(part, columns)) ??
    changeRefusal(tree, columns)
  );
}

function firstFound<T>(all: readonly T[], refusal: (each: T) => DatabaseError | null): DatabaseError | null {
  return all.reduce<DatabaseError | null>((found, each) => found ?? refusal(each), null);
}

/** The parts of `CREATE TABLE name (…)`, or of what ALTER TABLE does. */
function listed(tree: Pieces): readonly Pieces[] {
  if (isWord(tree[0], 'ALTER')) return splitAt(tree.slice(2), comma);
  const list = tree.find((piece) => piece.kind === 'group');
  return list ? splitAt(list.inside, comma) : [];
}

function isFulltext(part: Pieces): boolean {
  return part.slice(0, 3).some((piece) => isWord(piece, 'FULLTEXT', 'SPATIAL'));
}

function createdColumns(tree: Pieces): Column[] {
  return listed(tree).flatMap((part) => {
    const name = nameOf(part[0]);
    return name === null || isWord(part[0], ...NO_COLUMN)
      ? []
      : [{ name, definition: part.slice(1), added: false }];
  });
}

function changedColumns(tree: Pieces): Column[] {
  return listed(tree).flatMap((whole) => {
    const from = whole.findIndex((piece) => isWord(piece, 'ADD', 'MODIFY', 'CHANGE'));
    if (from < 0) return [];
    const added = isWord(whole[from], 'ADD');
    const part = whole
      .slice(from + 1)
      .filter(
        (piece, at) =>
          !(
            at < 4 &&
            isWord(piece, 'COLUMN', 'IF', 'NOT', 'EXISTS') &&
            (at > 0 || isWord(piece, 'COLUMN', 'IF'))
          ),
      );
    if (isWord(part[0], ...NO_COLUMN)) return [];
    if (part[0]?.kind === 'group') {
      return splitAt(part[0].inside, comma).map((one) => ({
        name: nameOf(one[0]) ?? '',
        definition: one.slice(1),
        added,
      }));
    }
    const own = isWord(whole[from], 'CHANGE') ? part.slice(1) : part;
    const name = nameOf(own[0]);
    return name === null ? [] : [{ name, definition: own.slice(1), added }];
  });
}

function columnRefusal(sql: string, { name, definition, added }: Column): DatabaseError | null {
  const [type] = definition;
  if (type?.kind !== 'word' || !TYPES.has(type.text)) return parseError(sql, type);
  const long = isWord(type, ...LONG_TYPES);
  const at = definition.findIndex((piece) => isWord(piece, 'DEFAULT'));
  const value = at < 0 ? undefined : definition[at + 1];
  if (
    value?.kind === 'group' &&
    value.inside[1]?.kind !== 'group' &&
    !isWord(value.inside[0], 'CURRENT_DATE')
  ) {
    return parseError(sql, value.inside[0]);
  }
  if (long && value && !isWord(value, 'NULL')) {
    return {
      code: 'ER_BLOB_CANT_HAVE_DEFAULT',
      errno: 1101,
      sqlMessage: `BLOB/TEXT/JSON column '${name.toLowerCase()}' can't have a default value`,
      sqlState: '42000',
    };
  }
  if (added && value?.kind === 'group' && isWord(value.inside[0], 'UUID')) {
    const sqlMessage =
      'Statement is unsafe because it uses a system function that may return a different value on the slave';
    return { code: 'ER_BINLOG_UNSAFE_SYSTEM_FUNCTION', errno: 1674, sqlMessage, sqlState: 'HY000' };
  }
  if (added && definition.some((piece) => isWord(piece, 'STORED'))) {
    const sqlMessage =
      "'Adding generated stored column through ALTER TABLE' is not supported for generated columns.";
    return { code: 'ER_UNSUPPORTED_ACTION_ON_GENERATED_COLUMN', errno: 3106, sqlMessage, sqlState: 'HY000' };
  }
  const keyed = definition.some((piece) => isWord(piece, 'UNIQUE', 'PRIMARY'));
  if (long && keyed) return withoutLength(name);
  return isWord(type, 'DATETIME', 'TIMESTAMP') ? timeRefusal(name, definition) : null;
}

/** The digits of CURRENT_TIMESTAMP must be the column's own. */
function timeRefusal(name: string, definition: Pieces): DatabaseError | null {
  const digits = digitsOf(definition[1]);
  const other = definition.some(
    (piece, at) =>
      isWord(piece, 'CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP') &&
      digitsOf(definition[at + 1]) !== digits,
  );
  if (!other) return null;
  const sqlMessage = `Invalid default value for '${name.toLowerCase()}'`;
  return { code: 'ER_INVALID_DEFAULT', errno: 1067, sqlMessage, sqlState: '42000' };
}

function digitsOf(piece: SqlPiece | undefined): string {
  const digits = piece?.kind === 'group' ? piece.inside[0] : undefined;
  return digits?.kind === 'number' ? digits.text : '0';
}

/** A key over a whole TEXT, of a column in the same statement. */
function keyRefusal(part: Pieces, columns: readonly Column[]): DatabaseError | null {
  if (!part.slice(0, 4).some((piece) => isWord(piece, 'KEY', 'INDEX', 'UNIQUE'))) return null;
  const keys = part.find((piece) => piece.kind === 'group');
  if (keys?.kind !== 'group') return null;
  for (const key of splitAt(keys.inside, comma)) {
    const column = columns.find(({ name }) => name === nameOf(key[0]));
    if (column && isWord(column.definition[0], ...LONG_TYPES) && key[1]?.kind !== 'group')
      return withoutLength(column.name);
  }
  return null;
}

function withoutLength(name: string): DatabaseError {
  return {
    code: 'ER_BLOB_KEY_WITHOUT_LENGTH',
    errno: 1170,
    sqlMessage: `BLOB/TEXT column '${name.toLowerCase()}' used in key specification without a key length`,
    sqlState: '42000',
  };
}

function wordRefusal(sql: string, piece: SqlPiece, all: Pieces, at: number): DatabaseError | null {
  const next = all[at + 1];
  // A column may be named so.
  const isName = isMark(all[at - 1], '.') || (next?.kind === 'word' && TYPES.has(next.text));
  if (isWord(piece, ...ONLY_MARIADB) && !isName) return parseError(sql, piece);
  if (isWord(piece, 'PERIOD') && isWord(next, 'FOR')) return parseError(sql, next);
  const named = isMark(next, '=') ? all[at + 2] : next;
  if (isWord(piece, 'ENGINE') && nameOf(named) !== null && nameOf(named) !== 'INNODB') {
    const sqlMessage = `Unknown storage engine '${nameOf(named)?.toLowerCase() ?? ''}'`;
    return { code: 'ER_UNKNOWN_STORAGE_ENGINE', errno: 1286, sqlMessage, sqlState: '42000' };
  }
  const set = isWord(piece, 'CHARSET') || (isWord(piece, 'SET') && isWord(all[at - 1], 'CHARACTER'));
  if (set && nameOf(named) !== null && !CHARACTER_SETS.includes(nameOf(named) ?? '')) {
    const sqlMessage = `Unknown character set: '${nameOf(named)?.toLowerCase() ?? ''}'`;
    return { code: 'ER_UNKNOWN_CHARACTER_SET', errno: 1115, sqlMessage, sqlState: '42000' };
  }
  return null;
}

function changeRefusal(tree: Pieces, columns: readonly Column[]): DatabaseError | null {
  if (!isWord(tree[0], 'ALTER')) return null;
  if (tree.some((piece, at) => isWord(piece, 'DROP') && isWord(tree[at + 1], 'PRIMARY'))) {
    return unsupported('Unsupported drop primary key when the table is using clustered index');
  }
  // An index of a column that the same statement adds.
  for (const part of listed(tree)) {
    const keys = part.find((piece) => piece.kind === 'group');
    if (!part.slice(0, 3).some((piece) => isWord(piece, 'KEY', 'INDEX', 'UNIQUE')) || keys?.kind !== 'group')
      continue;
    const named = splitAt(keys.inside, comma).map((key) => nameOf(key[0]));
    const column = columns.find(({ name, added }) => added && named.includes(name));
    if (column) {
      const sqlMessage = `column does not exist: ${column.name.toLowerCase()}`;
      return { code: 'ER_KEY_COLUMN_DOES_NOT_EXITS', errno: 1072, sqlMessage, sqlState: '42000' };
    }
  }
  return null;
}

function unsupported(sqlMessage: string): DatabaseError {
  return { code: 'ER_UNSUPPORTED', errno: 8200, sqlMessage, sqlState: 'HY000' };
}
