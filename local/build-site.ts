import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { alone } from './build-lock';
import { bundleBackend, type BuiltBackend } from './forge/bundle';

/** Where everything built is. */
export interface BuiltSite {
  readonly backend: BuiltBackend;
  /** The hash of the backend's inputs: another hash is another deployment. */
  readonly backendHash: string;
  readonly appDist: string;
  readonly shellDist: string;
}

interface Step {
  readonly name: string;
  /** Files and folders whose content decides whether the step must run again. */
  readonly inputs: readonly string[];
  readonly output: string;
  run(): Promise<void>;
}

const run = promisify(execFile);
const ROOT = join(__dirname, '..');
const SHARED = ['package-lock.json', 'tsconfig.base.json'];

/**
 * Builds the browser bundle, the site's own pages and the backend bundle, each only when its inputs
 * have changed since it was last built. Throws with the build's own output when one fails.
 */
export async function buildSite(say: (line: string) => void = () => undefined): Promise<BuiltSite> {
  const build = join(ROOT, '.local/build');
  const backendDir = join(build, 'backend');
  const appDist = join(ROOT, 'static/app/dist');
  const shellDist = join(build, 'shell');
  const steps: Step[] = [
    {
      name: 'the app in the browser',
      inputs: ['static/app', 'src/domain', 'src/contract', ...SHARED],
      output: join(appDist, 'index.html'),
      run: () => vite('static/app/vite.config.ts'),
    },
    {
      name: 'the pages of the local site',
      inputs: ['local/shell', 'local/frames', 'local/contracts.ts', ...SHARED],
      output: join(shellDist, 'index.html'),
      run: () => vite('local/shell/vite.config.ts'),
    },
    {
      name: 'the backend',
      inputs: [
        'src',
        'manifest.yml',
        'tsconfig.json',
        'local/forge/worker.ts',
        'local/forge/bundle.ts',
        ...SHARED,
      ],
      output: join(backendDir, 'worker.cjs'),
      run: async () => {
        await bundleBackend(ROOT, backendDir);
      },
    },
  ];
  const hashes = await alone(join(build, 'building'), async () => {
    const done = await Promise.allSettled(steps.map((step) => runIfChanged(step, build, say)));
    return done.map((step) => {
      if (step.status === 'rejected') throw step.reason;
      return step.value;
    });
  });
  return {
    backend: { bundlePath: join(backendDir, 'index.cjs'), workerPath: join(backendDir, 'worker.cjs') },
    backendHash: hashes[2] ?? '',
    appDist,
    shellDist,
  };
}

async function runIfChanged(step: Step, build: string, say: (line: string) => void): Promise<string> {
  const hash = hashOf(step.inputs);
  const stamp = join(build, `${step.name.replaceAll(' ', '-')}.hash`);
  if (existsSync(step.output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return hash;
  say(`Building ${step.name} …`);
  await step.run();
  if (!existsSync(step.output)) throw new Error(`Building ${step.name} left no ${step.output}.`);
  mkdirSync(build, { recursive: true });
  writeFileSync(stamp, hash);
  return hash;
}

/** In a process of its own: Vite and what it loads are not for this one to keep in memory. */
async function vite(config: string): Promise<void> {
  if (!existsSync(join(ROOT, config))) throw new Error(`There is no ${config}.`);
  const bin = join(ROOT, 'node_modules/vite/bin/vite.js');
  try {
    await run(process.execPath, [bin, 'build', '--config', config, '--logLevel', 'warn'], { cwd: ROOT });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`${config} does not build:\n${output}`);
  }
}

const LEFT_OUT = new Set(['dist', 'node_modules']);

function hashOf(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const full = join(ROOT, path);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!LEFT_OUT.has(name)) add(join(path, name));
    } else hash.update(path).update('\0').update(readFileSync(full)).update('\0');
  };
  inputs.forEach(add);
  return hash.digest('hex');
}
