import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseConfigFileTextToJson } from 'typescript';
import { type GateReport, runGate } from './gate';
import { readManifest } from './manifest';
import { filesUnder } from './repo-files';

/** One complaint of one of Forge's linters. `scope` is set when the complaint is a missing scope. */
export interface LintFinding {
  linter: string;
  level: 'error' | 'warning' | 'approval';
  place: string;
  message: string;
  scope?: string;
}

/** What Forge's linters did: who ran, which files they really parsed, what they found, and who fell over. */
export interface ForgeLintRun {
  linters: string[];
  files: string[];
  parsed: string[];
  findings: LintFinding[];
  failures: string[];
}

/** Everything Forge's linters look up in the environment, so that they neither download nor write to the home folder. */
function prepareEnvironment(appDir: string): void {
  const home = mkdtempSync(path.join(tmpdir(), 'waymark-forge-lint-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const nothing = path.join(home, 'no-paths.json');
  writeFileSync(nothing, '{"paths":{}}');
  Object.assign(process.env, {
    HOME: home,
    USE_LOCAL_SWAGGER: 'true',
    LOCAL_JIRA_SWAGGER: path.join(appDir, 'local/openapi/jira.json'),
    LOCAL_CONF_V2_SWAGGER: path.join(appDir, 'local/openapi/confluence.json'),
    // Products and versions Waymark does not call; scopes.ts refuses a call to an operation it cannot look up.
    LOCAL_CONF_SWAGGER: nothing,
    LOCAL_JSM_SWAGGER: nothing,
    LOCAL_JSW_SWAGGER: nothing,
    LOCAL_BB_SWAGGER: nothing,
  });
}

/**
 * The linters read TypeScript only if tsconfig's `include` lists patterns; with bare folders they see no file and
 * say nothing.
 */
function unreadableIncludes(appDir: string): string[] {
  const text = readFileSync(path.join(appDir, 'tsconfig.json'), 'utf8');
  const read: { config?: { include?: unknown } } = parseConfigFileTextToJson('tsconfig.json', text);
  const include = Array.isArray(read.config?.include) ? read.config.include.map(String) : [];
  return include.filter((pattern) => !/\*|\.tsx?$/.test(pattern));
}

type LintResult = Awaited<ReturnType<typeof import('@forge/lint').lint>>[number];
type FeatureFlags = Parameters<typeof import('@forge/lint').lint>[4];

/** The linters ask their feature flags this one question; the flags themselves live on a server of Atlassian's. */
function answersTheLinters(flags: Pick<FeatureFlags, 'getDeprecatedRuntimes'>): flags is FeatureFlags {
  return typeof flags.getDeprecatedRuntimes === 'function';
}

/**
 * Runs the client-side linters of the Forge CLI over manifest.yml and src/ of `appDir`, offline: all, or `only`
 * those named.
 * A linter that throws is listed in `failures`: by itself it would only log and report nothing.
 * Changes the working directory and HOME of the process. Throws when the manifest does not pass Atlassian's schema.
 */
export async function runForgeLint(appDir: string, only?: readonly string[]): Promise<ForgeLintRun> {
  prepareEnvironment(appDir);
  const { manifest, problems } = await readManifest(appDir);
  if (manifest === undefined) throw new Error(`manifest.yml cannot be linted: ${problems.join('; ')}`);
  // Loaded late: the package looks for its settings in HOME while it loads.
  const { getClientSideLintersOnly, lint, parseSourceFile } = await import('@forge/lint');

  const findings: LintFinding[] = [];
  const failures: string[] = [];
  const parsed: string[] = [];
  const logger = { info: (text?: string) => void failures.push(text ?? '') };
  const flags = { getDeprecatedRuntimes: async () => [] };
  if (!answersTheLinters(flags)) throw new Error('The linters cannot do without their feature flags.');
  const all = await getClientSideLintersOnly(manifest, 'development', logger, flags);
  const linters = all.filter((linter) => only?.includes(linter.constructor.name) ?? true);

  const files = filesUnder(appDir, 'src', /\.[jt]sx?$/);
  await lint(files, manifest, 'development', logger, flags, {
    linter: { mode: 'client-side' },
    linters: linters.map((linter) => ({
      bootstrap: () => linter.bootstrap(),
      batchExecute: async (inputs = []) => {
        const results = await linter.batchExecute(inputs);
        findings.push(...results.flatMap((result) => findingsOf(linter.constructor.name, result)));
        return results;
      },
    })),
    parseFunction: async (file, parser) => {
      const input = await parseSourceFile(file, parser);
      if (input.ast !== null) parsed.push(file);
      return input;
    },
  });
  return { linters: linters.map((linter) => linter.constructor.name), files, parsed, findings, failures };
}

function findingsOf(linter: string, result: LintResult): LintFinding[] {
  return [...result.errors, ...result.warnings, ...result.approvals].map((rule) => {
    const scope: unknown = rule.metadata?.['missingPermission'];
    return {
      linter,
      level: rule.class,
      place: `${result.file}:${rule.line}:${rule.column}`,
      message: rule.message,
      ...(typeof scope === 'string' ? { scope } : {}),
    };
  });
}

/** Forge's linters as a gate: any finding, any linter that fell over and any file left unread is a problem. */
export async function checkForgeLint(appDir: string): Promise<GateReport> {
  const run = await runForgeLint(appDir);
  const unread = run.files.filter((file) => !run.parsed.includes(file));
  return {
    gate: 'forge lint',
    read: [
      { what: 'source files', count: run.parsed.length },
      { what: 'linters', count: run.linters.length },
    ],
    problems: [
      ...unreadableIncludes(appDir).map(
        (p) => `tsconfig.json: include must be a pattern such as src/**/*, not ${p}`,
      ),
      ...unread.map((file) => `${file}: skipped by Forge's linters; is it in tsconfig.json's include?`),
      ...run.failures.map((text) => `a linter fell over: ${text}`),
      ...run.findings.map(({ linter, level, place, message }) => `${place} ${level}: ${message} (${linter})`),
    ],
  };
}

if (require.main === module) runGate(checkForgeLint);
