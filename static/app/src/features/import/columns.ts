/** Which column of somebody else's table says what: guessed from its heading, for the person to correct. */

export const fields = [
  'objective',
  'keyResult',
  'owner',
  'start',
  'target',
  'current',
  'unit',
  'due',
  'why',
  'initiative',
] as const;
export type Field = (typeof fields)[number];
/** The place of each field's column; null: none. */
export type Columns = Record<Field, number | null>;

const headings: Record<Field, RegExp> = {
  objective: /^(?:objectives?|goals?|objective (?:title|name|description))$/iu,
  keyResult: /^(?:key[\s_-]*results?|krs?|key[\s_-]*result (?:title|name|description)|measures?)$/iu,
  owner: /^(?:(?:key result |kr )?owners?|assignees?|responsible|accountable|dri|lead)$/iu,
  start: /^(?:start(?:ing)?(?: value)?|baseline|initial(?: value)?|from)$/iu,
  target: /^(?:target(?: value)?|goal value|to)$/iu,
  current: /^(?:current(?: value)?|actual|now|latest(?: value)?|value)$/iu,
  unit: /^(?:units?|metric unit|unit of measure)$/iu,
  due: /^(?:due(?: date| on)?|deadline|end(?: date)?|target date)$/iu,
  why: /^(?:why|why it matters|objective description|description|rationale)$/iu,
  initiative: /^(?:initiatives?|projects?|epics?|tasks?)$/iu,
};

/** The first column that is headed so, each column for one field only. */
export function guessColumns(heads: readonly string[]): Columns {
  const taken = new Set<number>();
  const columns: Columns = {
    objective: null,
    keyResult: null,
    owner: null,
    start: null,
    target: null,
    current: null,
    unit: null,
    due: null,
    why: null,
    initiative: null,
  };
  for (const field of fields) {
    const at = heads.findIndex((head, index) => !taken.has(index) && headings[field].test(head.trim()));
    if (at < 0) continue;
    taken.add(at);
    columns[field] = at;
  }
  return columns;
}
