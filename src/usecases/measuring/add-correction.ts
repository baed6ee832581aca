import { refuse, type Result } from '../../contract/result';
import type { Saved } from '../../contract/calls';
import type { Correction } from '../../domain/correction';
import type { CorrectionId } from '../../domain/ids';
import { outcomeOfRepeat, type CorrectionRow } from '../../storage/correction-repository';
import { saved } from '../acts';
import type { Dependencies } from '../dependencies';

/** What a person says of a recorded value, and of which. */
type Said = Pick<CorrectionRow, 'id' | 'subjectId' | 'about' | 'turn' | 'value' | 'why' | 'contentHash'>;

/**
 * Appends a correction of a value that stands at `stands` after its `earlier` ones. One INSERT decides under the turn, so that of two
 * who correct the same value one is told who was first. Refuses: `changed`, `invalid`, `exists`.
 */
export async function addCorrection(
  deps: Pick<Dependencies, 'corrections' | 'me' | 'now'>,
  said: Said,
  stands: number | null,
  earlier: readonly Correction[],
): Promise<Result<Saved<CorrectionId>>> {
  const first = earlier.find((one) => one.turn >= said.turn);
  if (first) {
    // The same request, sent again before its first reply came, finds itself.
    const own = await deps.corrections.find(said.id);
    const outcome = own && outcomeOfRepeat(own, { correctedBy: deps.me, contentHash: said.contentHash });
    return saved(said.id, outcome ?? { kind: 'changed', by: first.by, at: first.at });
  }
  if (said.turn > earlier.length + 1) {
    return refuse('invalid', 'This was not sent whole. Reload the page and retry.', 'turn');
  }
  if (said.value === stands) return refuse('invalid', 'This is the value it has already.', 'value');
  const row = { ...said, fromValue: stands, correctedBy: deps.me, correctedAt: deps.now };
  return saved(said.id, await deps.corrections.add(row));
}
