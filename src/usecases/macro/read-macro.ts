import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';
import { present } from '../present';
import { filterOf } from './macro-shows';

/**
 * What a macro shows to the person who looks at the page: one statement, no Jira request. A team or cycle without
 * objectives is empty; an objective or key result that is not there, or not theirs to see, is `not-found`. As on the issue
 * panel, `can` is judged by roles.
 */
export async function readMacro(
  { okrs, me }: Pick<Dependencies, 'okrs' | 'me'>,
  { show }: Parsed<'macro.read'>,
): Promise<Result<Output<'macro.read'>>> {
  const found = await okrs.read(filterOf(show), me);
  if (found.objectives.length === 0 && (show.kind === 'objective' || show.kind === 'key-result')) {
    const what = show.kind === 'objective' ? 'objective' : 'key result';
    return refuse(
      'not-found',
      `This ${what} is not there any more, or you may not see it. Choose another one.`,
    );
  }
  return ok(present(found, { accountId: me, okrLead: false }));
}
