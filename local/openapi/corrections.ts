/**
 * Where Atlassian's documents are wrong, as seen on real sites or contradicted by their own examples.
 * Each entry names its reason; the generated files stay as generated.
 */

/** Path into the document, and what to put there. */
interface Correction {
  readonly at: readonly string[];
  readonly to: unknown;
  readonly why: string;
}

const nullableText = { type: 'string', nullable: true };
const schemas = ['components', 'schemas'];

const JIRA: readonly Correction[] = [
  ...['from', 'fromString', 'to', 'toString'].map((name) => ({
    at: [...schemas, 'ChangeDetails', 'properties', name],
    to: nullableText,
    why: 'An empty field is null in a changelog; the document says string.',
  })),
  {
    at: [...schemas, 'Changelog', 'properties', 'created'],
    to: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'integer' }] },
    why: 'changelog/bulkfetch answers an epoch number, as its own example shows; an expanded changelog answers a date.',
  },
];

const CONFLUENCE: readonly Correction[] = [
  {
    at: [...schemas, 'PageBulk', 'properties', 'parentId'],
    to: nullableText,
    why: 'A page at the top of its space has parentId null, as the prose says; the type is not nullable.',
  },
  {
    at: [...schemas, 'PageSingle', 'properties', 'parentId'],
    to: nullableText,
    why: 'As for PageBulk.',
  },
  ...['PageBulk', 'PageSingle'].map((name) => ({
    at: [...schemas, name, 'properties', 'parentType'],
    to: nullableText,
    why: 'A page without a parent has no type of parent.',
  })),
  ...['PageCreateRequest', 'PageUpdateRequest'].map((name) => ({
    at: ['components', 'requestBodies', name, 'content', 'application/json', 'schema', 'properties', 'body'],
    to: {
      anyOf: [
        { $ref: '#/components/schemas/PageBodyWrite' },
        { $ref: '#/components/schemas/PageNestedBodyWrite' },
      ],
    },
    why: 'With oneOf every body fits both alternatives, since neither requires anything, and so none.',
  })),
];

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function put(document: unknown, at: readonly string[], to: unknown): void {
  let place = document;
  for (const key of at.slice(0, -1)) {
    place = isObject(place) ? place[key] : undefined;
  }
  const last = at.at(-1);
  if (!isObject(place) || last === undefined)
    throw new Error(`No ${at.join('.')} to correct: was the document renewed?`);
  place[last] = to;
}

/** Applies this file's corrections to a document just read, in place. */
export function correct(name: 'jira' | 'confluence', document: unknown): unknown {
  for (const { at, to } of name === 'jira' ? JIRA : CONFLUENCE) put(document, at, to);
  return document;
}
