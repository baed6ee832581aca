import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { contentHashOf, saved } from '../acts';
import type { Dependencies } from '../dependencies';

/** Takes one's own praise back: nobody else can. One INSERT decides. Refuses: `not-found`, `not-allowed`, `exists`. */
export async function takeBackRecognition(
  deps: Dependencies,
  input: Parsed<'recognition.take-back'>,
): Promise<Result<Output<'recognition.take-back'>>> {
  const { id, recognitionId } = input;
  const praise = await deps.recognitions.find(recognitionId);
  const place = praise && (await deps.keyResults.find(praise.keyResultId, deps.me));
  if (!praise || !place || praise.withdrawsId !== null) {
    return refuse('not-found', 'This praise is not there. Open the page again.');
  }
  if (praise.givenBy !== deps.me) {
    return refuse('not-allowed', 'Only who praised can take it back.');
  }
  const { keyResultId, recipient } = praise;
  const row = { id, keyResultId, recipient, message: '', withdrawsId: recognitionId };
  const contentHash = contentHashOf('recognition.take-back', input);
  const outcome = await deps.recognitions.say({ ...row, givenAt: deps.now, givenBy: deps.me, contentHash });
  const answer = saved(id, outcome);
  return answer.ok ? ok({ id }) : answer;
}
