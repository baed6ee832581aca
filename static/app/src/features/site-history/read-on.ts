import type { HistoryMark, SiteHistory } from '../../../../../src/contract/history-calls';
import { call } from '../../rpc/call';
import { askedOf, type HistoryFilter } from './filter';

/** The page of entries before a mark; null: the newest. Throws where Waymark refused it. */
export async function readOn(filter: HistoryFilter, before: HistoryMark | null): Promise<SiteHistory> {
  const answer = await call('site-history.read', { ...askedOf(filter), before });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}
