import { privacy } from '@forge/api';
import type { AccountId } from '../domain/ids';
import { isLineFault, unavailable, type JiraAnswer } from './jira-request';

/** What Atlassian takes in one request. */
export const accountsAReport = 90;

/**
 * Before any account of a site changed. Atlassian tells what happened to an account since the moment its data were read; Waymark
 * reads none but the id, and must hear of a closed account however long ago that was.
 */
const sinceEver = '2000-01-01T00:00:00.000Z';

/**
 * Reports to Atlassian which accounts Waymark keeps data of, at most 90, and answers which of them are closed. Source: Forge docs,
 * "User privacy guide for app developers" and "Privacy API".
 */
export async function reportAccounts(ids: readonly AccountId[]): Promise<JiraAnswer<AccountId[]>> {
  try {
    const told = await privacy.reportPersonalData(
      ids.map((accountId) => ({ accountId, updatedAt: sinceEver })),
    );
    const closed = new Set(told.filter(({ status }) => status === 'closed').map((one) => one.accountId));
    return { ok: true, value: ids.filter((id) => closed.has(id)) };
  } catch (error) {
    // Another status than 200 and 204 is rejected with the response itself.
    if (isReply(error)) {
      const { status } = error;
      if (status === 429 || status === 408 || status >= 500) {
        return unavailable(`Atlassian answered ${status} to the report of accounts`, null, status === 429);
      }
      throw new Error(`Atlassian answered ${status} to the report of accounts`);
    }
    if (isLineFault(error)) return unavailable(error.message, null, false);
    throw error;
  }
}

function isReply(error: unknown): error is { status: number } {
  return (
    typeof error === 'object' &&
    error !== null &&
    !(error instanceof Error) &&
    'status' in error &&
    typeof error.status === 'number'
  );
}
