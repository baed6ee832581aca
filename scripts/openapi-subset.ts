/**
 * Generates local/openapi/{jira,confluence}.json from Atlassian's OpenAPI documents: the operations the local site
 * serves and the schemas they reach, without prose.
 *
 *   npx tsx scripts/openapi-subset.ts <folder with jira-v3.json and confluence-v2.json>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const JIRA = [
  'POST /rest/api/3/search/jql',
  'GET /rest/api/3/search/jql',
  'POST /rest/api/3/search/approximate-count',
  'POST /rest/api/3/issue/bulkfetch',
  'POST /rest/api/3/issue',
  'GET /rest/api/3/issue/{issueIdOrKey}',
  'PUT /rest/api/3/issue/{issueIdOrKey}',
  'DELETE /rest/api/3/issue/{issueIdOrKey}',
  'GET /rest/api/3/issue/{issueIdOrKey}/transitions',
  'POST /rest/api/3/issue/{issueIdOrKey}/transitions',
  'GET /rest/api/3/issue/{issueIdOrKey}/comment',
  'POST /rest/api/3/issue/{issueIdOrKey}/comment',
  'POST /rest/api/3/issue/{issueIdOrKey}/notify',
  'GET /rest/api/3/issue/{issueIdOrKey}/properties',
  'GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
  'PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
  'DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
  'GET /rest/api/3/issue/picker',
  'POST /rest/api/3/changelog/bulkfetch',
  'POST /rest/api/3/permissions/check',
  'GET /rest/api/3/mypermissions',
  'GET /rest/api/3/myself',
  'GET /rest/api/3/serverInfo',
  'GET /rest/api/3/user',
  'GET /rest/api/3/user/bulk',
  'GET /rest/api/3/user/search',
  'GET /rest/api/3/user/assignable/search',
  'GET /rest/api/3/project/search',
  'GET /rest/api/3/project/{projectIdOrKey}',
  'DELETE /rest/api/3/project/{projectIdOrKey}',
  'GET /rest/api/3/statuscategory',
  'GET /rest/api/3/status',
  'GET /rest/api/3/issuetype',
  'GET /rest/api/3/field',
  'GET /rest/api/3/priority',
  'GET /rest/api/3/resolution',
  'POST /rest/api/3/jql/parse',
  'GET /rest/api/3/jql/autocompletedata',
  'GET /rest/api/3/jql/function/computation',
  'POST /rest/api/3/jql/function/computation',
];

const CONFLUENCE = [
  'GET /spaces',
  'GET /spaces/{id}',
  'GET /spaces/{id}/pages',
  'GET /pages',
  'POST /pages',
  'GET /pages/{id}',
  'PUT /pages/{id}',
];

/** Prose and decoration. Scopes stay: the Forge linters read them. */
const LEFT_OUT = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'xml']);
const KEPT_EXTENSIONS = new Set(['x-atlassian-oauth2-scopes']);
/** Under these keys the names are data: a schema may well have a property called `description`. */
const MAPS_OF_NAMES = new Set(['properties', 'schemas', 'requestBodies', 'paths', 'responses']);

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutProse(value: Json, namesAreData = false): Json {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key]) => namesAreData || (!LEFT_OUT.has(key) && (!key.startsWith('x-') || KEPT_EXTENSIONS.has(key))),
  );
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutProse(item, !namesAreData && MAPS_OF_NAMES.has(key))]),
  );
}

function child(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) ? value[key] : undefined;
}

function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  const own = typeof value['$ref'] === 'string' ? [value['$ref']] : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

/** The document reduced to `operations`; throws when one of them is not in it. */
export function subset(document: Json, operations: readonly string[]): JsonObject {
  const paths: JsonObject = {};
  for (const operation of operations) {
    const [method = '', route = ''] = operation.split(' ');
    const found = child(child(child(document, 'paths'), route), method.toLowerCase());
    if (!isObject(found)) throw new Error(`The OpenAPI document has no ${operation}.`);
    const entry = isObject(paths[route]) ? paths[route] : {};
    entry[method.toLowerCase()] = withoutProse(found);
    paths[route] = entry;
  }
  const components: { [kind: string]: JsonObject } = {};
  const queue = references(paths);
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    const [, , kind = '', name = ''] = ref.split('/');
    const group = (components[kind] ??= {});
    if (group[name] !== undefined) continue;
    const found = child(child(child(document, 'components'), kind), name);
    if (found === undefined) throw new Error(`The OpenAPI document has no ${ref}.`);
    const kept = withoutProse(found);
    group[name] = kept;
    queue.push(...references(kept));
  }
  const sorted = Object.fromEntries(
    Object.entries(components).map(([kind, group]) => [
      kind,
      Object.fromEntries(Object.entries(group).sort(([a], [b]) => a.localeCompare(b))),
    ]),
  );
  return {
    openapi: child(document, 'openapi') ?? '3.0.1',
    info: {
      title: child(child(document, 'info'), 'title') ?? '',
      version: child(child(document, 'info'), 'version') ?? '',
    },
    servers: child(document, 'servers') ?? [],
    paths,
    components: sorted,
  };
}

function readDocument(file: string): Json {
  // JSON.parse answers JSON by definition; nothing else would be a document.
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isJson(value)) throw new Error(`${file} is not JSON.`);
  return value;
}

function isJson(value: unknown): value is Json {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return typeof value === 'object' && Object.values(value).every(isJson);
}

function main(): void {
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error('Say which folder holds jira-v3.json and confluence-v2.json.');
    process.exitCode = 1;
    return;
  }
  const target = path.join(__dirname, '..', 'local', 'openapi');
  for (const [source, name, operations] of [
    ['jira-v3.json', 'jira.json', JIRA],
    ['confluence-v2.json', 'confluence.json', CONFLUENCE],
  ] as const) {
    const document = readDocument(path.join(folder, source));
    const reduced = subset(document, operations);
    writeFileSync(path.join(target, name), `${JSON.stringify(reduced, null, 1)}\n`);
    console.log(`${name}: ${String(operations.length)} operations`);
  }
}

main();
