import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Json, ManifestModule } from '../contracts';

/** A function of the manifest: `handler` is the bundle's export, `timeoutMs` what the manifest allows it. */
export interface ManifestFunction {
  readonly key: string;
  readonly exportName: string;
  readonly timeoutMs: number | null;
}

/** What the local site reads of manifest.yml. */
export interface Manifest {
  /** The app's id alone, the last part of its ARI. */
  readonly appId: string;
  readonly memoryMb: number | null;
  readonly permissions: { readonly [name: string]: Json };
  readonly modules: readonly ManifestModule[];
  readonly functions: ReadonlyMap<string, ManifestFunction>;
}

/** Module kinds that hold no key of their own or are not modules a host mounts. */
const NOT_MODULES = new Set(['function', 'sql']);

/** Reads a manifest. Throws with one sentence when a module names a function that is not there. */
export function readManifest(path: string): Manifest {
  const root = record(parse(readFileSync(path, 'utf8')) as Json, 'manifest.yml');
  const app = record(root.app, 'app');
  const kinds = record(root.modules, 'modules');
  const functions = new Map<string, ManifestFunction>();
  for (const entry of list(kinds.function)) {
    const { key, handler, timeoutSeconds } = record(entry, 'function');
    const [file, exportName] = text(handler).split('.');
    if (file !== 'index' || !exportName)
      throw new Error(`The handler ${text(handler)} must be in src/index.ts.`);
    const timeoutMs = typeof timeoutSeconds === 'number' ? timeoutSeconds * 1000 : null;
    functions.set(text(key), { key: text(key), exportName, timeoutMs });
  }
  const modules = Object.entries(kinds)
    .filter(([type]) => !NOT_MODULES.has(type))
    .flatMap(([type, entries]) =>
      list(entries).map((entry): ManifestModule => {
        const { key, ...props } = record(entry, type);
        return { type, key: text(key), props };
      }),
    );
  const memory = record(app.runtime, 'app.runtime').memoryMB;
  const manifest: Manifest = {
    appId: text(app.id).split('/').at(-1) ?? '',
    memoryMb: typeof memory === 'number' ? memory : null,
    permissions: record(root.permissions ?? {}, 'permissions'),
    modules,
    functions,
  };
  for (const { key, props } of modules) {
    for (const name of ['function', 'resolver', 'dynamicProperties', 'adfExport']) {
      const named = functionNamed(props[name]);
      if (named !== null && !functions.has(named))
        throw new Error(`Module ${key} names no function: ${named}.`);
    }
  }
  return manifest;
}

/** The module with this key. Throws when the manifest has none. */
export function moduleNamed(manifest: Manifest, key: string): ManifestModule {
  const found = manifest.modules.find((module) => module.key === key);
  if (!found) throw Object.assign(new Error(`The manifest has no module ${key}.`), { statusCode: 404 });
  return found;
}

/** Modules of one kind. */
export function modulesOfType(manifest: Manifest, type: string): readonly ManifestModule[] {
  return manifest.modules.filter((module) => module.type === type);
}

/** The function a module names as its `role` (`resolver`, `adfExport`, …). Throws when it names none. */
export function functionOf(manifest: Manifest, module: ManifestModule, role: string): ManifestFunction {
  const named = functionNamed(module.props[role]);
  const found = named === null ? undefined : manifest.functions.get(named);
  if (!found) throw new Error(`Module ${module.key} has no ${role}.`);
  return found;
}

function functionNamed(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  return isRecord(value) && typeof value.function === 'string' ? value.function : null;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: Json | undefined, what: string): { readonly [key: string]: Json } {
  if (!isRecord(value)) throw new Error(`${what} is not a map.`);
  return value;
}

function list(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error('A list of modules was expected in manifest.yml.');
  return value as readonly Json[];
}

function text(value: Json | undefined): string {
  if (typeof value !== 'string')
    throw new Error(`A text was expected in manifest.yml, not ${JSON.stringify(value)}.`);
  return value;
}
