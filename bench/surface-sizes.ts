import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Measured, Section } from './report';

const root = path.join(__dirname, '..');
const built = path.join(root, '.local/bench/app');

const chunk = z.object({
  file: z.string(),
  name: z.string().optional(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
type Manifest = Readonly<Record<string, z.infer<typeof chunk>>>;

/** What every frame of the app fetches whatever it shows: @forge/bridge asks for it as soon as it is loaded. */
const ALWAYS = 'iframe-resizer';
/** Design §7. */
const PANEL_BAR_KB = 180;

/**
 * The gzip size of every file a surface loads before it shows something: index.html, its script, the surface's own
 * chunk, all they import and their style sheets. Read from Vite's manifest of a build with the shipped configuration.
 */
export function measureSurfaceSizes(): Section {
  const manifest = buildWithManifest();
  const names = Object.keys(manifest).flatMap(
    (key) => /^src\/surfaces\/([^/]+)\/index\.tsx$/.exec(key)?.slice(1) ?? [],
  );
  if (names.length === 0)
    throw new Error('The build has no surfaces: src/surfaces/<key>/index.tsx was expected.');
  const rows = names.map((name): Measured => {
    const files = filesOf(manifest, ['index.html', `src/surfaces/${name}/index.tsx`, alwaysLoaded(manifest)]);
    const bytes = files.reduce((sum, file) => sum + gzipped(file), 0);
    return {
      what: name,
      value: bytes / 1000,
      unit: 'KB gzip',
      bar: name === 'issue-panel' ? PANEL_BAR_KB : null,
      how: `${files.length} files, ${surfaceOwn(manifest, name)} of the surface's own`,
    };
  });
  rows.sort(
    (a, b) => Number(b.what === 'issue-panel') - Number(a.what === 'issue-panel') || a.value - b.value,
  );
  return { title: 'Browser: before a surface shows something', rows, missing: [] };
}

/** The keys of a manifest's chunk and of all it imports before it runs. */
function closure(manifest: Manifest, keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    const entry = manifest[key];
    if (entry === undefined) throw new Error(`The build's manifest has no ${key}.`);
    seen.add(key);
    entry.imports.forEach(visit);
  };
  keys.forEach(visit);
  return seen;
}

function filesOf(manifest: Manifest, keys: readonly string[]): readonly string[] {
  const files = new Set(['index.html']);
  for (const key of closure(manifest, keys)) {
    const entry = manifest[key];
    if (entry === undefined) continue;
    files.add(entry.file);
    entry.css.forEach((file) => files.add(file));
  }
  return [...files];
}

function surfaceOwn(manifest: Manifest, name: string): number {
  const shared = new Set(filesOf(manifest, ['index.html', alwaysLoaded(manifest)]));
  return filesOf(manifest, [`src/surfaces/${name}/index.tsx`]).filter((file) => !shared.has(file)).length;
}

function alwaysLoaded(manifest: Manifest): string {
  const key = Object.keys(manifest).find((each) => manifest[each]?.name === ALWAYS);
  if (key === undefined)
    throw new Error(`The build has no chunk ${ALWAYS}; does @forge/bridge still load it?`);
  return key;
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(path.join(built, file))).length;
}

/** In a process of its own, as the shipped build runs. */
function buildWithManifest(): Manifest {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const config = path.join(root, 'static/app/vite.config.ts');
  const flags = ['--manifest', '--outDir', built, '--emptyOutDir', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, 'build', '--config', config, ...flags], { cwd: root });
  const manifest = readFileSync(path.join(built, '.vite/manifest.json'), 'utf8');
  return z.record(z.string(), chunk).parse(JSON.parse(manifest));
}
