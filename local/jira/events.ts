/** The parts Jira's events share (Forge docs, "Jira events"). */
import type { Json } from '../contracts';
import type { Issue } from '../site/model';
import type { Caller } from '../site/permissions';
import type { Site } from '../site/site';
import { fieldIds, fieldsJson } from './issue-json';
import { userRef } from './represent';

/** What every event begins with. */
export function eventHead(site: Site, caller: Caller, eventType: string): { readonly [key: string]: Json } {
  return {
    eventType,
    timestamp: String(site.now()),
    // Only what the app did in its own name: whose act an asUser call is, the documentation leaves open.
    selfGenerated: caller.kind === 'app',
    atlassianId: caller.user.accountId,
  };
}

export function associatedUsers(site: Site, accountIds: readonly string[]): Json {
  return {
    associatedUsers: [...new Set(accountIds)].flatMap((id) => {
      const user = site.store.user(id);
      return user ? [userRef(site, user)] : [];
    }),
  };
}

/** The issue inside an event, with the few fields Jira puts there. */
export function eventIssue(site: Site, caller: Caller, issue: Issue): Json {
  const app = site.store.state.users.find((one) => one.accountType === 'app');
  const reader: Caller = app ? { kind: 'app', user: app } : caller;
  const ids = fieldIds([
    'summary',
    'issuetype',
    'creator',
    'created',
    'project',
    'reporter',
    'assignee',
    'updated',
    'status',
  ]);
  return { id: issue.id, key: issue.key, fields: fieldsJson(site, reader, issue, ids) };
}
