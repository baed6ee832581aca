import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import type { Dependencies } from '../dependencies';
import { countingOf } from '../counting/counting-of';
import { presentDependency } from '../dependency/present-dependency';
import { sourceOf } from '../measuring/source-of';
import { present } from '../present';
import { presentShownUnder } from '../sharing/present-shared';

/** A key result's page: four statements, side by side. */
export async function readKeyResult(
  deps: Dependencies,
  { id }: Parsed<'key-result.read'>,
): Promise<Result<Output<'key-result.read'>>> {
  const [found, history, said, around, who] = await Promise.all([
    deps.okrs.read({ by: 'key-results', ids: [id] }, deps.me),
    deps.history.ofKeyResult(id, deps.me),
    deps.beside.read(id, deps.me),
    deps.measuring.around(id, deps.me),
    viewer(deps.actor),
  ]);
  if (found.objectives.length === 0) {
    return refuse('not-found', 'This key result is not there, or you may not see it.');
  }
  const page = present(found, who);
  const open = page.objectives.some(({ cycle }) => cycle.phase !== 'closed');
  const writes = page.objectives.some(({ keyResults }) => keyResults.some(({ can }) => can.edit));
  const corrections = found.objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap((keyResult) => keyResult.corrections),
  );
  return ok({
    ...page,
    history: history.entries,
    publishedAt: history.publishedAt,
    corrections,
    source: around.source ? sourceOf(around.source) : null,
    counting: countingOf(around.counted, found.site),
    shownUnder: presentShownUnder(said.shownUnder, found, who),
    dependencies: said.dependencies.map((one) => presentDependency(one, who, { open, writes })),
    praise: said.praise.map(({ id: praiseId, recipient, message, givenBy, givenAt }) => ({
      id: praiseId,
      person: recipient,
      words: message,
      by: givenBy,
      at: givenAt,
    })),
  });
}
