import type { MapLine, MapReading } from '../../contract/alignment-calls';
import type { Output, Parsed } from '../../contract/calls';
import type { SiteReading } from '../../contract/readings';
import { ok, refuse, type Result } from '../../contract/result';
import { enclosingCycles } from '../../domain/serves';
import { packSignals } from '../../domain/signals';
import type { MapRow } from '../../storage/alignment-reader';
import type { CycleRecord } from '../../storage/records';
import type { Dependencies } from '../dependencies';
import { runningCycle } from '../overview/choose-place';
import { servedKind, signalsAt, throughOf } from './present-related';

/** Objectives read for a page; as many of them travel as fit into a reply of 200 KB (design §7). */
const mostRead = 500;
/** Of the first page: enough to draw the top, and there soon. */
const readFirst = 100;
const mostCharacters = 170_000;

/**
 * A page of the map of a cycle: what was said of the cycle's objectives and of those it lies in, and how each stands, worked out here
 * by the domain as everywhere: what was measured of thousands would never fit into replies (docs/decisions/0023). Four statements in
 * three steps: the cycles come first, since they say which ones hold this one, then the page's objectives.
 */
export async function readMap(
  deps: Dependencies,
  { cycleId, after }: Parsed<'map.read'>,
): Promise<Result<Output<'map.read'>>> {
  const cycles = await deps.cycles.list();
  const asked = cycleId ?? runningCycle(cycles, deps.now)?.id ?? null;
  if (asked === null) return refuse('not-found', 'There is no cycle yet. Add one first.');
  const cycle = cycles.find(({ id }) => id === asked);
  if (!cycle) return refuse('not-found', 'This cycle is not there. Choose another.', 'cycleId');
  const within = enclosingCycles(asked, cycles).flatMap((id) => cycles.find((one) => one.id === id) ?? []);
  const page = { cycleIds: within.map(({ id }) => id), after };
  const most = after === null ? readFirst : mostRead;
  const { places, remaining } = await deps.alignment.places(page, deps.me, most);
  const [{ rows, site }, measured] = await Promise.all([
    deps.alignment.lines(places, deps.me),
    deps.measured.of(places.map(({ id }) => id)),
  ]);
  const signals = signalsAt(rows, measured, site.rules, deps.now);
  const told = pageOf(rows, remaining, (row) => ({
    ...lineOf(row, site, within),
    signals: packSignals(signals(row.objective.id)),
  }));
  return ok({
    cycle,
    within: within.map(({ id, name }) => ({ id, name })),
    cycles: cycles.map(({ id, name, phase }) => ({ id, name, phase })),
    ...told,
  });
}

/** As many lines as fit, at least one; each names its team by its place among those of the page. */
function pageOf(
  rows: readonly MapRow[],
  remaining: number,
  line: (row: MapRow) => Omit<MapLine, 'team'>,
): Pick<MapReading, 'teams' | 'lines' | 'next' | 'left'> {
  const teams: MapReading['teams'] = [];
  const places = new Map<string, number>();
  const lines: MapLine[] = [];
  let size = 0;
  let last: MapRow | undefined;
  for (const row of rows) {
    const { id, name, level } = row.team;
    const { above } = row;
    const one = { ...line(row), team: places.get(id) ?? teams.length };
    size +=
      Buffer.byteLength(JSON.stringify(one)) +
      (places.has(id) ? 0 : Buffer.byteLength(name + (above ?? '')) + 90);
    if (last && size > mostCharacters) break;
    if (!places.has(id)) {
      places.set(id, teams.length);
      teams.push({ id, name, above, level });
    }
    lines.push(one);
    last = row;
  }
  const left = remaining - lines.length;
  return {
    teams,
    lines,
    next: last && left > 0 ? { level: last.level, number: last.objective.number } : null,
    left,
  };
}

function lineOf(
  row: MapRow,
  { keyPrefix }: SiteReading,
  within: readonly CycleRecord[],
): Omit<MapLine, 'team' | 'signals'> {
  const { id, number, title } = row.objective;
  return {
    id,
    key: `${keyPrefix.objective}-${number}`,
    title,
    cycle: within.findIndex((one) => one.id === row.cycle.id),
    serves: servesOn(row, keyPrefix),
    asked: row.asked,
    declined: row.declined,
  };
}

function servesOn(row: MapRow, prefix: SiteReading['keyPrefix']): MapLine['serves'] {
  const kind = servedKind(row);
  if (kind !== 'objective' && kind !== 'key-result') return { kind };
  const id = row.served.parentObjectiveId;
  if (id === null) return { kind: 'gone' };
  const keyResult = throughOf(row, prefix);
  return keyResult
    ? { kind: 'key-result', id, key: keyResult.key, title: keyResult.title }
    : { kind: 'objective', id };
}
