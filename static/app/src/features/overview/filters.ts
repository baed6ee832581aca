import type { AccountId } from '../../../../../src/domain/ids';
import type { Pace } from '../../../../../src/domain/standing';
import type { Stood } from '../../components/how-it-stands';

/** What the reader narrows an overview to; empty parts narrow nothing. */
export type Filters = { text: string; owner: AccountId | null; pace: Pace | null };

/** Whether a key result is among what the reader asked for. Words are found in its key, title and objective. */
export function matches({ keyResult, objective, standing }: Stood, { text, owner, pace }: Filters): boolean {
  if (owner !== null && keyResult.owner !== owner) return false;
  if (pace !== null && standing.pace !== pace) return false;
  const said = `${keyResult.key} ${keyResult.title} ${objective.key} ${objective.title}`.toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
