import type { Output, Parsed } from '../../contract/calls';
import type { ExportRow } from '../../contract/export-calls';
import type { SiteReading } from '../../contract/readings';
import { ok, refuse, type Result } from '../../contract/result';
import type { ObjectiveFacts } from '../../storage/records';
import { wordsSaid } from '../closing/words-said';
import type { Dependencies } from '../dependencies';

/** Of one reply: with the longest row there is, a check-in of 8 KB of texts in four bytes each, it stays beneath 200 KB. */
const mostBytes = 150_000;

/**
 * A page of all there is of a team's OKRs in a cycle: three statements, side by side. Each page reads the place anew; it goes on
 * after a row, so that what is added meanwhile shifts nothing.
 */
export async function readExport(
  deps: Dependencies,
  { teamId, cycleId, after }: Parsed<'export.read'>,
): Promise<Result<Output<'export.read'>>> {
  const [{ site, objectives }, place, said] = await Promise.all([
    deps.okrs.read({ by: 'place', teamIds: [teamId], cycleId }, deps.me),
    deps.closing.place(cycleId, teamId),
    deps.scores.ofPlace(teamId, cycleId),
  ]);
  if (!place) return refuse('not-found', 'This team or cycle is not there. Choose another.');
  const { scores, confirmations, retrospective } = wordsSaid(said, objectives, place.retrospective);
  const all: ExportRow[] = [
    ...objectives.flatMap((facts) => rowsOf(facts, site)),
    ...scores.map((score) => ({ row: 'score' as const, ...score })),
    ...confirmations.map((confirmation) => ({ row: 'confirmation' as const, ...confirmation })),
    ...(retrospective ? [{ row: 'retrospective' as const, ...retrospective }] : []),
  ];
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== null && from === 0) {
    return refuse('changed', 'Something was removed while it was read. Export again.');
  }
  const rows = fitting(all.slice(from));
  const last = rows.at(-1);
  return ok({ rows, after: last && from + rows.length < all.length ? last.id : null });
}

function rowsOf({ objective, keyResults }: ObjectiveFacts, { keyPrefix }: SiteReading): ExportRow[] {
  const { id, number, title, why, owner, restricted, viewers } = objective;
  return [
    {
      row: 'objective',
      id,
      key: `${keyPrefix.objective}-${number}`,
      title,
      why,
      owner,
      restricted,
      viewers,
    },
    ...keyResults.flatMap((keyResult): ExportRow[] => {
      const on = { keyResultId: keyResult.id };
      return [
        {
          row: 'key-result',
          objectiveId: id,
          id: keyResult.id,
          key: `${keyPrefix.keyResult}-${keyResult.number}`,
          title: keyResult.title,
          owner: keyResult.owner,
          definition: keyResult.definition,
        },
        ...keyResult.checkIns.map((checkIn) => ({ row: 'check-in' as const, ...on, ...checkIn })),
        ...keyResult.initiatives.map((one) => ({
          row: 'initiative' as const,
          ...on,
          id: one.id,
          issueId: one.issueId,
          publicName: one.publicName,
          attachedBy: one.attachedBy,
          attachedAt: one.attachedAt,
          valueAtAttach: one.valueAtAttach,
          hypothesis: one.hypothesis,
          live: one.live,
        })),
        ...keyResult.events.map(({ markedBy: _by, markedAt: _at, ...event }) => ({
          row: 'event' as const,
          ...on,
          ...event,
        })),
      ];
    }),
  ];
}

/** As many rows as fit, at least one. */
function fitting(rows: readonly ExportRow[]): ExportRow[] {
  let bytes = 0;
  const cut = rows.findIndex((row, at) => {
    bytes += Buffer.byteLength(JSON.stringify(row));
    return at > 0 && bytes > mostBytes;
  });
  return rows.slice(0, cut === -1 ? rows.length : cut);
}
