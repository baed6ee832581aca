import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestSchema } from '@forge/manifest';
import { parse } from 'yaml';

/** Where the pieces of a built backend are. */
export interface BuiltBackend {
  readonly bundlePath: string;
  readonly workerPath: string;
}

/**
 * Bundles the app's backend as `forge deploy` does, into `outDir`. The platform's wrapper, which
 * the bundler would download, is left out: the local host takes its place.
 */
export async function bundleBackend(
  appDir: string,
  outDir: string,
  entry = 'src/index',
): Promise<BuiltBackend> {
  // Both are slow to load, and most starts of the site need neither.
  const { getNodeBundler } = await import('@forge/bundler');
  const none = (): Promise<{ script: string; source: 'cdn'; version: string }> =>
    Promise.resolve({ script: '', source: 'cdn', version: 'local' });
  const manifest = parse(readFileSync(join(appDir, 'manifest.yml'), 'utf8')) as ManifestSchema;
  const quiet = (): void => undefined;
  const logger = {
    traceEnabled: false,
    debugEnabled: false,
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: (message: string) => console.warn(message),
    error: (error: Error) => console.error(error.message),
  };
  const bundler = getNodeBundler(
    logger,
    { getNodeRuntimeWrapper: none, getNodeRuntimeLoader: none },
    { readConfig: () => Promise.resolve(manifest) },
  );
  const result = await bundler.bundle({
    appDirectory: appDir,
    entryPoints: [{ name: 'index', path: join(appDir, entry) }],
  });
  rmSync(outDir, { recursive: true, force: true });
  cpSync(result.outputDir, outDir, { recursive: true });
  return compileWorker(outDir);
}

/** Compiles the worker's script beside an existing bundle. */
export async function compileWorker(outDir: string): Promise<BuiltBackend> {
  const { default: ts } = await import('typescript');
  const workerPath = join(outDir, 'worker.cjs');
  mkdirSync(outDir, { recursive: true });
  const source = readFileSync(join(__dirname, 'worker.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(workerPath, outputText);
  return { bundlePath: join(outDir, 'index.cjs'), workerPath };
}
