import { jira } from '../atlassian/jira';
import { instant } from '../domain/dates';
import type { AccountId } from '../domain/ids';
import { PermissionUnknown, type Actor } from '../policies/actor';
import { database } from '../storage/database';
import { createRepositories } from '../storage/repositories';
import type { Dependencies } from '../usecases/dependencies';
import { rememberLately } from './remember-lately';

const repositories = createRepositories(database);

/** Who leads OKRs, as views of this process were told. Acts always ask. */
const lately = rememberLately<boolean>({ forMs: 5 * 60_000, atMost: 1_000 });

/** How long a view waits for Jira to say who leads OKRs; an answer that comes later serves the next view. */
const viewPatienceMs = 1_500;

async function soon<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PermissionUnknown('Jira took too long')), viewPatienceMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** A person who acts; Jira is asked at most once a call whether they lead OKRs. */
function actor(accountId: AccountId, installation: string): Actor {
  let asked: Promise<boolean> | undefined;
  const ask = async (): Promise<boolean> => {
    const answer = await jira.holdsAdministerOkrs();
    if (!answer.ok) throw new PermissionUnknown(answer.unavailable.reason);
    return answer.value;
  };
  const okrLead = async () => (asked ??= ask());
  // One warm process may serve several installations.
  const okrLeadOfLate = () => soon(lately(`${installation} ${accountId}`, Date.now(), okrLead));
  return { accountId, okrLead, okrLeadOfLate };
}

/** What use cases take, for a person's call now. */
export function dependenciesFor(accountId: AccountId, installation: string): Dependencies {
  const acting = actor(accountId, installation);
  return { ...repositories, jira, now: instant(Date.now()), me: accountId, actor: acting };
}

/** What runs without a person take: upkeep and migrations. */
export function upkeep() {
  return { ...repositories, jira, now: instant(Date.now()) };
}
