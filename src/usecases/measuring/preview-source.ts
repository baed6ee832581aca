import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import type { KeyResultFacts } from '../../storage/records';
import { unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { placeToRead } from '../initiative/place-to-read';
import { jiraUnavailable } from '../jira-unavailable';
import { guardSearch } from './guard';

export const whoSaysWhere =
  'Only the owner of the key result or objective, the team’s lead or an OKR lead can say where its number comes from. Ask one of them.';

/**
 * What a search would measure. Counted as the person asking, with their own rights: asked as the app it would tell anybody how
 * many issues they may not see contain a word. Refuses: `not-found`, `not-allowed`, `invalid`, `jira-unavailable`.
 */
export async function previewSource(
  deps: Dependencies,
  { keyResultId, jql }: Parsed<'number-source.preview'>,
): Promise<Result<Output<'number-source.preview'>>> {
  const place = await placeToRead(deps, keyResultId);
  if (!place) return refuse('not-found', 'This key result is not there. Open the page again.');
  const refused = await unlessPermitted(deps, (who) => mayEditKeyResult(who, place), whoSaysWhere);
  return refused ?? previewSearch(deps, place, jql, 'jql');
}

/** The same for a key result that was read. `field` is where the search was written. */
export async function previewSearch(
  deps: Dependencies,
  { keyResult }: { keyResult: KeyResultFacts },
  jql: string,
  field: string,
): Promise<Result<Output<'number-source.preview'>>> {
  const found = await deps.jira.countIssues('user', jql);
  if (!found.ok) return jiraUnavailable(found.unavailable);
  if ('refused' in found.value) {
    const { refused } = found.value;
    return refuse(
      'invalid',
      refused === '' ? 'Jira does not run this search. Try it in Jira first.' : refused,
      field,
    );
  }
  const attached = keyResult.initiatives.map(({ issueId }) => issueId);
  const guarded = await guardSearch(deps, jql, attached);
  if (!guarded.ok) return jiraUnavailable(guarded.unavailable);
  if (guarded.value === 'too-many') {
    return refuse(
      'invalid',
      'Too many issues are attached to this key result to keep them out of a search.',
      field,
    );
  }
  return ok({ count: found.value.count, conflict: guarded.value === 'conflict' });
}
