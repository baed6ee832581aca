import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { dismissedOf } from '../../storage/finding-repository';
import type { Dependencies } from '../dependencies';
import { placeOf } from './place-of';

/** What was dismissed of an objective or a key result and stands; nothing of what this person may not see. Two statements. */
export async function readFindings(
  deps: Dependencies,
  { subject }: Parsed<'finding.read'>,
): Promise<Result<Output<'finding.read'>>> {
  const place = await placeOf(deps, subject);
  if (!place.ok) return place;
  return ok({ dismissed: dismissedOf(await deps.findings.of([subject.id])) });
}
