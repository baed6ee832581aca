import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { runForgeLint } from './forge-lint';
import { type GateReport, runGate } from './gate';
import { filesUnder } from './repo-files';
import { findRestCalls, type RestCall } from './rest-calls';

/** Where each product's operations are listed, and the path its documents leave out. */
const products = [
  {
    document: 'local/openapi/jira.json',
    base: '',
    request: 'requestJira',
    isOurs: (p: string) => p.startsWith('/rest/'),
  },
  {
    document: 'local/openapi/confluence.json',
    base: '/wiki/api/v2',
    request: 'requestConfluence',
    isOurs: (p: string) => p.startsWith('/wiki/'),
  },
];

interface Operation {
  request: string;
  path: string;
  method: string;
}

/** Every operation of the documents whose path fits the call's; several when the call leaves its method open. */
function operationsOf(appDir: string, call: RestCall): Operation[] {
  const product = products.find(({ isOurs }) => isOurs(call.path));
  if (product === undefined) return [];
  const document = JSON.parse(readFileSync(path.join(appDir, product.document), 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const wanted = call.path.replaceAll(/[^/]*\*[^/]*/g, '*');
  for (const [template, operations] of Object.entries(document.paths)) {
    const pattern = `${product.base}${template}`.split('/');
    const parts = wanted.split('/');
    const fits =
      pattern.length === parts.length &&
      pattern.every((part, i) => part.startsWith('{') || part === parts[i]);
    if (!fits) continue;
    return Object.keys(operations)
      .map((method) => method.toUpperCase())
      .filter((method) => call.method === undefined || method === call.method)
      .map((method) => ({ request: product.request, path: wanted, method }));
  }
  return [];
}

/** The scopes that Forge's own linters ask for when an app with this manifest makes exactly these calls. */
async function scopesAskedFor(appDir: string, operations: readonly Operation[]): Promise<Set<string>> {
  const dir = mkdtempSync(path.join(tmpdir(), 'waymark-scopes-'));
  try {
    symlinkSync(path.join(appDir, 'node_modules'), path.join(dir, 'node_modules'));
    cpSync(path.join(appDir, 'local/openapi'), path.join(dir, 'local/openapi'), { recursive: true });
    const manifest = parseDocument(readFileSync(path.join(appDir, 'manifest.yml'), 'utf8'));
    manifest.deleteIn(['permissions', 'scopes']);
    writeFileSync(path.join(dir, 'manifest.yml'), manifest.toString());
    mkdirSync(path.join(dir, 'src'));
    const calls = operations.map(
      ({ request, path: route, method }) =>
        `void api.asUser().${request}(route\`${route.replaceAll('*', '${id}')}\`, { method: '${method}' });`,
    );
    writeFileSync(
      path.join(dir, 'src/index.js'),
      `import api, { route } from '@forge/api';\nconst id = 1;\n${calls.join('\n')}\n`,
    );
    writeFileSync(
      path.join(dir, 'tsconfig.json'),
      '{"compilerOptions":{"allowJs":true},"include":["src/**/*"]}',
    );
    const run = await runForgeLint(dir, ['PermissionLinter', 'PermissionsManifestLinter']);
    if (run.parsed.length !== 1 || run.linters.length !== 2 || run.failures.length > 0) {
      throw new Error(`Forge's linters could not read the calls: ${run.failures.join('; ')}`);
    }
    return new Set(run.findings.flatMap(({ scope }) => (scope === undefined ? [] : [scope])));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

interface ScopesOf {
  'x-atlassian-oauth2-scopes'?: { scopes: string[] }[];
}

/** Optional today, "we will eventually make it mandatory" (Jira's REST documentation, "JQL functions (apps)"). */
const announced = ['read:app-data:jira', 'write:app-data:jira'];

/**
 * The scopes that Atlassian has announced for calls made here. A scope added later asks every customer's admin for
 * consent, so they are declared from the start.
 */
function announcedScopes(appDir: string, operations: readonly Operation[]): string[] {
  return products.flatMap(({ document, base, request }) => {
    const { paths } = JSON.parse(readFileSync(path.join(appDir, document), 'utf8')) as {
      paths: Record<string, Record<string, ScopesOf>>;
    };
    return operations
      .filter((operation) => operation.request === request)
      .flatMap((operation) => {
        const described = paths[operation.path.slice(base.length)]?.[operation.method.toLowerCase()];
        const listed = described?.['x-atlassian-oauth2-scopes']?.flatMap(({ scopes }) => scopes) ?? [];
        return announced.filter((scope) => listed.includes(scope));
      });
  });
}

/** What @forge/api asks for by functions of its own, with no path in the source, and the scope it needs. */
const functions = [{ named: 'privacy.reportPersonalData(', scope: 'report:personal-data' }];

/** The scopes that such functions need, of those that these files call. */
function scopesOfFunctions(appDir: string, files: readonly string[]): string[] {
  const texts = files.map((file) => readFileSync(path.join(appDir, file), 'utf8'));
  return functions.filter(({ named }) => texts.some((text) => text.includes(named))).map(({ scope }) => scope);
}

/** The scopes manifest.yml declares, as a list or as a map. */
function declaredScopes(appDir: string): string[] {
  const manifest = parseDocument(readFileSync(path.join(appDir, 'manifest.yml'), 'utf8'));
  const scopes = manifest.getIn(['permissions', 'scopes']);
  if (isMap(scopes)) return scopes.items.map(({ key }) => String(isScalar(key) ? key.value : key));
  return isSeq(scopes) ? scopes.items.map((item) => String(isScalar(item) ? item.value : item)) : [];
}

/**
 * The scopes declared are the scopes needed: by the requests written in src and static/app, now or as Atlassian has
 * announced, and by the triggers.
 * A missing one fails at run time; one too many asks every customer's admin for a right nobody uses.
 */
export async function checkScopes(appDir: string): Promise<GateReport> {
  const files = [...filesUnder(appDir, 'src', /\.tsx?$/), ...filesUnder(appDir, 'static/app/src', /\.tsx?$/)];
  const calls = findRestCalls(appDir, files);
  const problems: string[] = [];
  const operations: Operation[] = [];
  for (const call of calls) {
    const found = operationsOf(appDir, call);
    if (found.length === 0) {
      problems.push(`${call.place}: ${call.method ?? ''} ${call.path} is not an operation of local/openapi`);
    }
    operations.push(...found);
  }
  const needed = new Set([
    ...(await scopesAskedFor(appDir, operations)),
    ...announcedScopes(appDir, operations),
    ...scopesOfFunctions(appDir, files),
  ]);
  const declared = declaredScopes(appDir);
  for (const scope of needed)
    if (!declared.includes(scope)) problems.push(`manifest.yml: scope ${scope} is missing`);
  for (const scope of declared) {
    if (!needed.has(scope))
      problems.push(`manifest.yml: scope ${scope} is declared, but no request or trigger needs it`);
  }
  return {
    gate: 'scopes',
    read: [
      { what: 'source files', count: files.length },
      { what: 'requests', count: calls.length },
      { what: 'scopes', count: declared.length },
    ],
    problems,
  };
}

if (require.main === module) runGate(checkScopes);
