/** What a use case is given: who acts, when, the repositories, and Jira. */
import type { Jira } from '../atlassian/jira';
import type { Actor } from '../policies/actor';
import type { Instant } from '../domain/dates';
import type { AccountId } from '../domain/ids';
import type { Repositories } from '../storage/repositories';

export type Dependencies = Repositories & {
  /** The moment of the call; every rule takes it from here. */
  now: Instant;
  me: AccountId;
  actor: Actor;
  jira: Jira;
};
