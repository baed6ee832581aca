import type { Output, Parsed } from '../../contract/calls';
import type { SiteHistoryEntry } from '../../contract/history-calls';
import { ok, type Result } from '../../contract/result';
import type { SiteReading } from '../../contract/readings';
import { nameAmong } from '../../domain/team-tree';
import type { SiteHistoryRecord } from '../../storage/site-history-reader';
import type { Dependencies } from '../dependencies';

/** A page's bounds: so many entries, and fewer where people wrote a lot, so that a reply stays beneath 200 KB. */
const mostEntries = 60;
const mostBytes = 130_000;

/** What was changed on the site, of what this person may see: at most three statements, side by side. Source: design §5. */
export async function readSiteHistory(
  deps: Dependencies,
  input: Parsed<'site-history.read'>,
): Promise<Result<Output<'site-history.read'>>> {
  const [{ site }, teams, found] = await Promise.all([
    deps.settings.read(),
    input.before === null ? deps.teams.list() : null,
    deps.siteHistory.read(input, deps.me, mostEntries + 1),
  ]);
  const read = page(found);
  const last = read.at(-1);
  return ok({
    entries: once(read).map((record) => present(record, site)),
    earlier:
      last && read.length < found.length
        ? { at: last.at, entityId: last.entityId, version: last.version }
        : null,
    teams: teams && teams.map(nameAmong(teams)),
    within: withinOf(input.within, found[0], site),
  });
}

/** As many entries as fit, at least one. */
function page(found: readonly SiteHistoryRecord[]): SiteHistoryRecord[] {
  let bytes = 0;
  const cut = found.slice(0, mostEntries).findIndex((record, at) => {
    bytes += Buffer.byteLength(JSON.stringify(record));
    return at > 0 && bytes > mostBytes;
  });
  return found.slice(0, cut === -1 ? mostEntries : cut);
}

/** Between the two statements of a change the last one is in both places. */
function once(found: readonly SiteHistoryRecord[]): SiteHistoryRecord[] {
  return [...new Map(found.map((record) => [`${record.entityId} ${record.requestId}`, record])).values()];
}

function present(record: SiteHistoryRecord, { keyPrefix }: SiteReading): SiteHistoryEntry {
  const { team, cycle, objective, keyResult, issueId, title, ...entry } = record;
  return {
    ...withoutIds(entry),
    about: {
      team,
      cycle,
      objective: objective && {
        id: objective.id,
        key: `${keyPrefix.objective}-${objective.number}`,
        title: objective.title,
        removed: objective.removed,
      },
      keyResult: keyResult && {
        id: keyResult.id,
        key: `${keyPrefix.keyResult}-${keyResult.number}`,
        title: keyResult.title,
        removed: keyResult.removed,
      },
      issueId,
      title,
    },
  };
}

/** What an objective serves is told by kind alone: the id of something restricted is nobody else's to have. */
function withoutIds<Entry extends Pick<SiteHistoryEntry, 'entity' | 'changes'>>(entry: Entry): Entry {
  if (entry.entity !== 'alignment') return entry;
  const told = (json: string) => json.replace(/,"id":"[^"]*"/, '');
  return {
    ...entry,
    changes: entry.changes.map(({ field, from, to }) => ({ field, from: told(from), to: told(to) })),
  };
}

/** What the entries were narrowed to, as any of them calls it. */
function withinOf(
  within: Parsed<'site-history.read'>['within'],
  any: SiteHistoryRecord | undefined,
  site: SiteReading,
): string | null {
  if (within === null || any === undefined) return null;
  const { team, cycle, objective, keyResult } = present(any, site).about;
  switch (within.kind) {
    case 'team':
      return team?.name ?? null;
    case 'cycle':
      return cycle?.name ?? null;
    case 'objective':
      return objective && `${objective.key} ${objective.title}`;
    case 'key-result':
      return keyResult && `${keyResult.key} ${keyResult.title}`;
  }
}
