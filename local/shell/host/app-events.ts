type Listener = (payload: unknown) => unknown;

interface Subscription {
  listener: Listener;
  /** The issue the frame stands on, for events of one issue only. */
  issueId: string | undefined;
}

/** Events between the app's frames on this page, and those Jira sends to them (Forge docs, "events"). */
const subscriptions = new Map<string, Set<Subscription>>();

/** Subscribes a frame; `scope` keeps an app's own events and public ones apart. */
export function subscribe(
  scope: 'app' | 'public',
  event: string,
  listener: Listener,
  issueId: string | undefined,
): () => void {
  const name = `${scope}:${event}`;
  const subscription: Subscription = { listener, issueId };
  const all = subscriptions.get(name) ?? new Set();
  subscriptions.set(name, all.add(subscription));
  return () => all.delete(subscription);
}

/** Sends an event to every frame that listens. */
export function emit(scope: 'app' | 'public', event: string, payload: unknown): void {
  for (const { listener } of subscriptions.get(`${scope}:${event}`) ?? []) void listener(payload);
}

const changedIssues = new BroadcastChannel('waymark-local-issues');

interface IssueChange {
  issueId: string;
  projectId: string;
  changes: { changeType: 'updated'; atlassianId: string }[];
}

/** "It might take up to a few seconds" (Forge docs, "Jira issue context"): the frames hear of it after this. */
const eventDelay = 1000;

/**
 * Tells the frames of that issue, in every tab of this browser, that it was changed: Jira's JIRA_ISSUE_CHANGED.
 * Only frames standing on the changed issue hear it; a parent does not hear of its children.
 */
export function issueChanged(issueId: string, projectId: string, accountId: string): void {
  const change: IssueChange = {
    issueId,
    projectId,
    changes: [{ changeType: 'updated', atlassianId: accountId }],
  };
  changedIssues.postMessage(change);
  tellIssueFrames(change);
}

changedIssues.onmessage = ({ data }: MessageEvent<IssueChange>) => {
  tellIssueFrames(data);
};

function tellIssueFrames(change: IssueChange): void {
  window.setTimeout(() => {
    for (const { listener, issueId } of subscriptions.get('app:JIRA_ISSUE_CHANGED') ?? []) {
      if (issueId === change.issueId) void listener(change);
    }
  }, eventDelay);
}
