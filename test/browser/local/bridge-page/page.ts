import { events, invoke, Modal, requestJira, router, showFlag, view } from '@forge/bridge';
import { CreateIssueModal, ViewIssueModal } from '@forge/jira-bridge';

/** The real bridge packages, laid open to the test; `heard` is what callbacks were given. */
export const page = {
  ...{ events, invoke, Modal, requestJira, router, showFlag, view },
  ...{ CreateIssueModal, ViewIssueModal },
  heard: [] as unknown[],
};

declare global {
  // A property of globalThis can only be declared with var.
  var page: typeof import('./page').page;
}

globalThis.page = page;
