import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { checkCheckIn } from '../../domain/check-check-in';
import type { CheckIn } from '../../domain/check-in';
import { dayIn, instant } from '../../domain/dates';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import { contentHashOf, refusedBy, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { refuseOnClosed } from './refuse-on-closed';

/**
 * Records check-ins of past days that were kept elsewhere, all or none: each counts as made on its day and names its
 * source; of one day the one further down counts. One INSERT decides; those that stand already with the same content are the same act. For the key result's
 * writers only, since who checks in otherwise says what is so today.
 * Refuses: `not-found`, `not-allowed`, `closed`, `invalid` (with the row's place), `exists` (an id used for something
 * else). Source: design §3.1, §3.3, §5 Storage.
 */
export async function importCheckIns(
  deps: Dependencies,
  input: Parsed<'check-in.import'>,
): Promise<Result<Output<'check-in.import'>>> {
  const { keyResultId, source, checkIns } = input;
  const place = await deps.keyResults.find(keyResultId, deps.me);
  if (!place || place.removed || place.objectiveRemoved) {
    return refuse('not-found', 'This key result is not there. Open the page again.', 'keyResultId');
  }
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditKeyResult(who, place),
    'Only the key result’s owner, the team’s lead or an OKR lead can import check-ins. Ask one of them.',
  );
  if (refused) return refused;
  if (new Set(checkIns.map(({ id }) => id)).size < checkIns.length) {
    return refuse('invalid', 'One of these check-ins is in the list twice. Take one out.', 'checkIns');
  }
  const today = dayIn(place.team.timeZone, deps.now);
  for (const [at, row] of checkIns.entries()) {
    const path = `checkIns.${at}`;
    const wrong =
      refuseOnClosed(place, row, `${path}.`) ??
      refusedBy(checkCheckIn(place.keyResult.definition, { ...row, ask: null }, today), path);
    if (wrong) return wrong;
  }
  const now = Date.parse(deps.now);
  const rows = checkIns.map((row, at) => {
    const checkIn: CheckIn = {
      ...row,
      ask: null,
      madeOn: row.day,
      // Of one day the later recorded counts: that is the one further down.
      recordedAt: instant(now - (checkIns.length - 1 - at)),
      by: deps.me,
      source,
    };
    return { checkIn, contentHash: contentHashOf('check-in.import', { keyResultId, source, ...row }) };
  });
  const outcome = await deps.checkIns.recordMany(keyResultId, rows);
  return outcome === 'reused'
    ? refuse('exists', 'One of these was saved before with other content. Nothing was imported.')
    : ok({ checkIns: rows.length });
}
