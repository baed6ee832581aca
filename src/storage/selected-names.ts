const token = /'(?:[^'\\]|\\.|'')*'|`(?:[^`]|``)*`|"(?:[^"]|"")*"|[\p{L}_@$][\p{L}\p{N}_@$]*|[(),]/gsu;
/** Words that end a list of selected expressions. */
const after = new Set(['FROM', 'UNION', 'WHERE', 'ORDER', 'LIMIT', 'GROUP', 'HAVING']);

/**
 * The names under which a SELECT gives its columns, in order: the alias of each expression, else the column's own name. Null for a
 * statement that is no SELECT; a null among the names is an expression without one. It reads the statement's text, since the names
 * in a reply of Forge SQL (`metadata.fields`) are not documented and its rows are objects, whose columns of one name collapse.
 */
export function selectedNames(statement: string): (string | null)[] | null {
  const tokens = Array.from(statement.matchAll(token), ([text]) => text);
  const start = selectAt(tokens);
  if (start === null) return null;
  const names: (string | null)[] = [];
  let depth = 0;
  let last: string | null = null;
  for (const text of tokens.slice(start)) {
    if (text === ')' && depth === 0) break;
    if (depth === 0 && text === ',') {
      names.push(last);
      last = null;
    } else if (depth === 0 && after.has(text.toUpperCase())) break;
    else if (text === '(') depth += 1;
    else if (text === ')') {
      depth -= 1;
      last = null;
    } else if (depth === 0) last = nameOf(text);
  }
  return [...names, last];
}

/** Where the outermost SELECT's list begins: behind a WITH, and within the parentheses of a UNION's first part. */
function selectAt(tokens: readonly string[]): number | null {
  const first = tokens.findIndex((text) => text !== '(');
  const keyword = tokens[first]?.toUpperCase();
  if (keyword === 'SELECT') return first + 1;
  if (keyword !== 'WITH') return null;
  let depth = 0;
  for (const [at, text] of tokens.entries()) {
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
    else if (depth === 0 && text.toUpperCase() === 'SELECT') return at + 1;
  }
  return null;
}

function nameOf(text: string): string | null {
  if (text.startsWith('`') || text.startsWith('"')) return text.slice(1, -1);
  return text.startsWith("'") ? null : text;
}
