import type { JiraUnavailable } from '../atlassian/jira-request';
import { refuse } from '../contract/result';

/** What a person is told when Jira gave no answer before anything was saved. */
export function jiraUnavailable({ retryAfterSeconds }: JiraUnavailable) {
  const when = retryAfterSeconds === null ? 'in a moment' : `in ${sayWait(retryAfterSeconds)}`;
  return refuse('jira-unavailable', `Jira did not answer, so nothing was saved. Try again ${when}.`);
}

function sayWait(seconds: number): string {
  if (seconds <= 90) return `${Math.max(1, Math.ceil(seconds))} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
