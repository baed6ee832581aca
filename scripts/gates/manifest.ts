import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ManifestSchema, ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import { parse } from 'yaml';
import { type GateReport, runGate } from './gate';

/** A manifest that passed Atlassian's schema, or the sentences that say why it did not. */
export interface ManifestReading {
  manifest: ManifestSchema | undefined;
  problems: string[];
}

/**
 * Reads manifest.yml of `appDir` with the validators of the Forge CLI, offline.
 * Changes the working directory of the process: the validators read from there.
 */
export async function readManifest(appDir: string): Promise<ManifestReading> {
  process.chdir(appDir);
  const result = await ProcessorBuilder.instance()
    .withValidation(ValidationTypes.FULL)
    .withOptions({ deprecatedRuntimes: [] })
    .build()
    .process();
  const problems = (result.errors ?? []).map(
    ({ level, line, column, message }) => `manifest.yml:${line}:${column} ${level}: ${message}`,
  );
  if (!result.success && problems.length === 0) problems.push('manifest.yml: refused without a reason');
  return { manifest: result.manifestObject?.typedContent, problems };
}

/** How many modules manifest.yml declares, read without Atlassian's validators so that the count is our own. */
function countModules(appDir: string): number {
  const document: unknown = parse(readFileSync(path.join(appDir, 'manifest.yml'), 'utf8'), {
    uniqueKeys: false,
  });
  if (typeof document !== 'object' || document === null || !('modules' in document)) return 0;
  const { modules } = document;
  if (typeof modules !== 'object' || modules === null) return 0;
  return Object.values(modules).reduce<number>(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 1),
    0,
  );
}

/** Forge's manifest validation: errors and warnings both count (design §7, platform checks). */
export async function checkManifest(appDir: string): Promise<GateReport> {
  const { problems } = await readManifest(appDir);
  return { gate: 'manifest', read: [{ what: 'modules', count: countModules(appDir) }], problems };
}

if (require.main === module) runGate(checkManifest);
