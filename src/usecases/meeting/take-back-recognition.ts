import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { printOf, saved } from '../acts';
import type { Dependencies } from '../dependencies';

/** Takes one's own praise back: nobody else can. One INSERT decides. Refuses: `not-found`, `not-allowed`, `exists`. */
export async function takeBackRecognition(
  deps: Dependencies,
  input: Parsed<'recognition.take-back'>,
): Promise<Result<Output<'recognition.take-back'>>> {
  const { id, recognitionId } = input;
  const praise = await deps.recognitions.find(recognitionId);
  const place = praise && (await deps.keyResults.find(praise.keyResultId, deps.me));
  if (!praise || !place || praise.takesBack !== null) {
    return refuse('not-found', 'This praise is not there. Open the page again.');
  }
  if (praise.saidBy !== deps.me) {
    return refuse('not-allowed', 'Only who praised can take it back.');
  }
  const { keyResultId, person } = praise;
  const row = { id, keyResultId, person, words: '', takesBack: recognitionId };
  const print = printOf('recognition.take-back', input);
  const outcome = await deps.recognitions.say({ ...row, saidAt: deps.now, saidBy: deps.me, print });
  const answer = saved(id, outcome);
  return answer.ok ? ok({ id }) : answer;
}
