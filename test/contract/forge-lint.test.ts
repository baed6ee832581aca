import { runForgeLint, type ForgeLintRun } from '../../scripts/gates/forge-lint';
import { checkManifest } from '../../scripts/gates/manifest';
import { passed } from '../../scripts/gates/gate';
import { checkScopes } from '../../scripts/gates/scopes';
import { copyOfTheApp, type TempApp } from './temp-app';

// Atlassian's manifest schema takes seconds to compile, and each manifest linter compiles it again.
jest.setTimeout(180_000);

const here = process.cwd();
const apps: TempApp[] = [];

afterAll(() => {
  process.chdir(here);
  for (const app of apps) app.remove();
});

/** The manifest of Waymark over the smallest backend that satisfies it. */
function smallApp(): TempApp {
  const app = copyOfTheApp([
    'manifest.yml',
    'tsconfig.json',
    'tsconfig.base.json',
    'local/openapi',
    'package.json',
  ]);
  apps.push(app);
  app.write('static/app/dist/index.html', '<!doctype html><html><head></head><body></body></html>');
  app.write(
    'src/index.ts',
    [
      'resolver, panelStatus, macroExport, jqlFunction, onIssueEvent, onProjectEvent, onLifecycle, onUninstall, goOnPreparing, catchUp, hourly, reconcile'
        .split(', ')
        .map((name) => `export const ${name} = (): string => '${name}';`)
        .join('\n'),
      '',
    ].join('\n'),
  );
  return app;
}

const requests = [
  "import api, { privacy, route } from '@forge/api';",
  'export const report = () => privacy.reportPersonalData([]);',
  'export const search = () =>',
  "  api.asUser().requestJira(route`/rest/api/3/search/jql`, { method: 'POST' });",
  'export const edit = (id: string) => api.asUser().requestJira(route`/rest/api/3/issue/${id}`, { method: "PUT" });',
  'export const who = (id: string) => api.asUser().requestJira(route`/rest/api/3/user?accountId=${id}`);',
  'export const spaces = () => api.asUser().requestConfluence(route`/wiki/api/v2/spaces`);',
  'export const publish = () =>',
  "  api.asUser().requestConfluence(route`/wiki/api/v2/pages`, { method: 'POST' });",
  'export const kept = () => api.asApp().requestJira(route`/rest/api/3/jql/function/computation`);',
  'export const keep = () =>',
  "  api.asApp().requestJira(route`/rest/api/3/jql/function/computation`, { method: 'POST' });",
  '',
].join('\n');

test('a sound app has no problem, and all sixteen linters read its files', async () => {
  const app = smallApp();
  app.write('src/atlassian/requests.ts', requests);
  app.write('src/storage/sql.ts', "import sql from '@forge/sql';\nexport const database = sql;\n");
  const run = await runForgeLint(app.dir);
  expect(run.findings).toEqual([]);
  expect(run.failures).toEqual([]);
  expect(run.linters).toHaveLength(16);
  expect(run.parsed.sort()).toEqual(['src/atlassian/requests.ts', 'src/index.ts', 'src/storage/sql.ts']);
  expect(passed(await checkScopes(app.dir))).toBe(true);
});

describe('Forge’s linters refuse', () => {
  let run: ForgeLintRun;

  beforeAll(async () => {
    const app = smallApp();
    app.write(
      'static/app/dist/index.html',
      '<!doctype html><meta http-equiv="Content-Security-Policy" content="style-src \'unsafe-inline\'">',
    );
    app.replace('src/index.ts', "export const hourly = (): string => 'hourly';", '');
    app.write(
      'src/planted.tsx',
      [
        "import api, { route, storage, invokeRemote } from '@forge/api';",
        "import sql from '@forge/sql';",
        "import { chat } from '@forge/llm';",
        'export const database = sql;',
        'export const talk = chat;',
        'export const kept = storage;',
        'export const remove = (id: string) => api.asUser().requestJira(route`/rest/api/3/project/${id}`, { method: "DELETE" });',
        "export const away = () => fetch('https://elsewhere.example/');",
        "export const remote = () => invokeRemote('nowhere', {});",
        "export const graph = () => api.asUser().requestTeamworkGraph('{}');",
        "export const icon = () => ({ status: { type: 'icon', value: { url: 'https://icons.example/a.png' } } });",
        'export const Framed = () => <Frame resource="nothing" />;',
        '',
      ].join('\n'),
    );
    app.replace(
      'manifest.yml',
      "    styles:\n      # Atlaskit's Emotion and Compiled runtimes insert style elements.\n      - unsafe-inline\n",
      '    scripts:\n      - unsafe-inline\n  enforcement: app-managed\n  external:\n    fetch:\n      client:\n        - https://old.example\n',
    );
    app.replace('manifest.yml', 'avi:jira:deleted:project', 'avi:confluence:created:page');
    app.replace('manifest.yml', '  sql:\n    - key: main-database\n      engine: mysql\n', '');
    app.replace(
      'manifest.yml',
      '      handler: index.resolver\n',
      '      handler: index.resolver\n      timeoutSeconds: 60\n',
    );
    app.replace('manifest.yml', '      handler: index.onLifecycle\n', '      handler: nowhere.onLifecycle\n');
    app.replace(
      'manifest.yml',
      'modules:\n',
      [
        'modules:',
        '  rovo:agentConnector:',
        '    - key: agent',
        '      name: Agent',
        '      productContexts: [confluence]',
        '      protocols:',
        '        agent2Agent: { jsonRpcTransport: { endpoint: agent }, version: "1.0" }',
        '',
      ].join('\n'),
    );
    run = await runForgeLint(app.dir);
  });

  test.each([
    ['PermissionLinter', /DELETE .*project.* requires "manage:jira-configuration" scope/],
    ['PermissionLinter', /elsewhere\.example\/ is not included/],
    ['PermissionsManifestLinter', /avi:confluence:created:page/],
    ['AgentProductContextPermissionsManifestLinter', /confluence/],
    ['DeprecatedCspPermissionsManifestLinter', /CSP|Content.Security|style/i],
    ['FullManifestLinter', /nowhere\.onLifecycle/],
    ['HandlerLinter', /Cannot find exported function "hourly"/],
    ['DynamicPropertiesPermissionsLinter', /icons\.example/],
    ['InvokeEndpointLinter', /remote key "nowhere" does not exist/],
    ['StorageModulesLinter', /SQL package is used but 'sql' module is not defined/],
    ['FrameComponentLinter', /resource attribute "nothing"/],
    ['LlmModuleLinter', /LLM package is used but 'llm' module is not defined/],
    ['DeprecatedApiModuleLinter', /"storage" export from "@forge\/api" is deprecated/],
    ['DeprecatedEgressPermissionsManifestLinter', /deprecated egress/],
    ['AppManagedPermissionsSdkLinter', /App-managed permissions enforcement/],
    ['TeamworkGraphLinter', /Teamwork Graph/i],
    ['FunctionTimeoutLinter', /"resolver" defines timeoutSeconds \(60s\)/],
  ])('%s: %s', (linter, message) => {
    const messages = run.findings
      .filter((finding) => finding.linter === linter)
      .map((finding) => finding.message);
    expect(messages).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  test('every linter is planted', () => {
    expect([...new Set(run.findings.map(({ linter }) => linter))].sort()).toEqual([...run.linters].sort());
  });
});

describe('manifest validation refuses', () => {
  test.each([
    ['a key used twice', 'key: project-page', 'key: issue-panel', /issue-panel/],
    [
      'a value outside its list',
      'viewportSize: large\n        openOnInsert',
      'viewportSize: enormous\n        openOnInsert',
      /viewportSize|allowed values/,
    ],
    ['a function nobody declared', 'function: catch-up', 'function: catch-down', /catch-down/],
    ['a runtime that is gone', 'nodejs22.x', 'nodejs12.x', /runtime/],
  ])('%s', async (_what, find, by, message) => {
    const app = smallApp();
    app.replace('manifest.yml', find, by);
    const report = await checkManifest(app.dir);
    expect(report.problems).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
    expect(passed(report)).toBe(false);
  });
});

describe('the scope check refuses', () => {
  test.each([
    [
      'a scope that a request needs and the manifest lacks',
      '    - read:jira-user\n',
      '',
      /read:jira-user is missing/,
    ],
    [
      'a scope that Atlassian has announced for a request',
      '    - write:app-data:jira\n',
      '',
      /write:app-data:jira is missing/,
    ],
    [
      'a scope nobody needs',
      '    - read:jira-user\n',
      '    - read:jira-user\n    - manage:jira-project\n',
      /manage:jira-project is declared, but/,
    ],
  ])('%s', async (_what, find, by, message) => {
    const app = smallApp();
    app.write('src/atlassian/requests.ts', requests);
    app.replace('manifest.yml', find, by);
    expect((await checkScopes(app.dir)).problems).toEqual([expect.stringMatching(message)]);
  });

  test('a request to an operation nobody looked up', async () => {
    const app = smallApp();
    app.write(
      'src/atlassian/requests.ts',
      `${requests}export const gone = route\`/rest/api/3/search\`;\nexport const use = () => api.asUser().requestJira(gone);\n`,
    );
    expect((await checkScopes(app.dir)).problems).toEqual([
      expect.stringMatching(/GET \/rest\/api\/3\/search is not an operation/),
    ]);
  });
});
