import { precomputationsPage, type Precomputation, type PrecomputationUpdate } from '../../atlassian/jql';
import type { JiraAnswer } from '../../atlassian/jira-request';
import type { SiteReading } from '../../contract/readings';
import type { Upkeep } from '../work/keep-issues';
import { fragmentOf, parentsIn, type Selection } from './fragment';
import { readClause, type Asked, type Sentence } from './functions';
import { selectIssues } from './select-issues';

/**
 * - `links`: right after an act on what serves what. Verdicts wait for the schedule.
 * - `changes`: Jira is asked only about issues attached since.
 * - `all`: also about what Jira moved beneath them: sub-tasks of stories that had none.
 */
export type Thoroughness = 'links' | 'changes' | 'all';

/** What a run did. */
export type KeptFunctions = { looked: number; changed: number; refused: number };

/** A run ends after so many pages; the next one goes on from there. */
const pagesARun = { links: 1, changes: 5, all: 10 };

/** One run: what it knows, and selections made once for "in" and "not in" alike. */
type Run = {
  deps: Upkeep;
  keys: SiteReading['keyPrefix'];
  thoroughness: Thoroughness;
  made: Map<string, Selection | Sentence>;
};

/**
 * Brings what Jira keeps of Waymark's JQL functions in line with what is attached, judged and restricted now: Jira asks
 * for each call once and then shows its result to everybody until it is replaced. One statement where nobody has used a
 * function yet; else one request per 100 calls kept, and one more where something changed.
 */
export async function keepPrecomputations(
  deps: Upkeep,
  thoroughness: Thoroughness,
): Promise<JiraAnswer<KeptFunctions>> {
  const kept: KeptFunctions = { looked: 0, changed: 0, refused: 0 };
  if (!(await deps.jql.everAsked())) return { ok: true, value: kept };
  const keys = (await deps.settings.read()).site.keyPrefix;
  const run: Run = { deps, keys, thoroughness, made: new Map() };
  let at = thoroughness === 'links' ? 0 : await deps.jql.position();
  for (let page = 0; page < pagesARun[thoroughness]; page += 1) {
    const read = await deps.jira.readPrecomputations(at);
    if (!read.ok) return read;
    const updates = await updatesFor(run, read.value.values);
    if (!updates.ok) return updates;
    const written = await write(deps, updates.value);
    if (!written.ok) return written;
    kept.looked += read.value.values.length;
    kept.changed += updates.value.length - written.value.refused;
    kept.refused += written.value.refused;
    at = read.value.isLast ? 0 : at + precomputationsPage;
    if (at === 0) break;
  }
  if (thoroughness !== 'links') await deps.jql.setPosition(at);
  return { ok: true, value: kept };
}

async function updatesFor(
  run: Run,
  stored: readonly Precomputation[],
): Promise<JiraAnswer<PrecomputationUpdate[]>> {
  const updates: PrecomputationUpdate[] = [];
  for (const one of stored) {
    const asked = readClause(one, run.keys);
    if (run.thoroughness === 'links' && 'kind' in asked && asked.kind === 'impact') continue;
    const selected =
      'sentence' in asked ? { ok: true as const, value: asked } : await select(run, asked, one);
    if (!selected.ok) return selected;
    const { value } = selected;
    if ('sentence' in value) {
      if (one.error !== value.sentence) updates.push({ id: one.id, error: value.sentence });
    } else if ('but' in asked) {
      const fragment = fragmentOf(value, asked.but);
      if (one.value !== fragment) updates.push({ id: one.id, value: fragment });
    }
  }
  return { ok: true, value: updates };
}

async function select(
  { deps, keys, thoroughness, made }: Run,
  asked: Asked,
  stored: Precomputation,
): Promise<JiraAnswer<Selection | Sentence>> {
  const name = JSON.stringify({ ...asked, but: false });
  const known = made.get(name);
  if (known) return { ok: true, value: known };
  const before = thoroughness === 'all' || stored.value === null ? null : parentsIn(stored.value);
  const selected = await selectIssues(deps, asked, keys, before);
  if (selected.ok) made.set(name, selected.value);
  return selected;
}

/** All at once; when Jira takes none of them, one by one, so that one it does not take keeps no other back. */
async function write(
  { jira }: Upkeep,
  updates: readonly PrecomputationUpdate[],
): Promise<JiraAnswer<{ refused: number }>> {
  if (updates.length === 0) return { ok: true, value: { refused: 0 } };
  const all = await jira.updatePrecomputations(updates);
  if (!all.ok) return all;
  if (all.value === 'written') return { ok: true, value: { refused: 0 } };
  let refused = 0;
  for (const update of updates) {
    const one = await jira.updatePrecomputations([update]);
    if (!one.ok) return one;
    if (one.value === 'refused') refused += 1;
  }
  return { ok: true, value: { refused } };
}
