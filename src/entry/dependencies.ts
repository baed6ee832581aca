import { jira } from '../atlassian/jira';
import { instant } from '../domain/dates';
import type { AccountId } from '../domain/ids';
import { PermissionUnknown, type Actor } from '../policies/actor';
import { database } from '../storage/database';
import { createRepositories } from '../storage/repositories';
import type { Dependencies } from '../usecases/dependencies';

const repositories = createRepositories(database);

/** A person who acts; Jira is asked at most once a call whether they lead OKRs. */
export function actor(accountId: AccountId): Actor {
  let asked: Promise<boolean> | undefined;
  const ask = async (): Promise<boolean> => {
    const answer = await jira.holdsAdministerOkrs();
    if (!answer.ok) throw new PermissionUnknown(answer.unavailable.reason);
    return answer.value;
  };
  return { accountId, okrLead: async () => (asked ??= ask()) };
}

/** What use cases take, for a person's call now. */
export function dependenciesFor(accountId: AccountId): Dependencies {
  return { ...repositories, jira, now: instant(Date.now()), me: accountId, actor: actor(accountId) };
}

/** What runs without a person take: upkeep and migrations. */
export function upkeep() {
  return { ...repositories, jira, now: instant(Date.now()) };
}
