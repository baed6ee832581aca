/** Everything Waymark asks of Jira, and of Atlassian beside it, from its backend, as use cases take it. */
import { reportAccounts } from './closed-accounts';
import { countChildren, readChangedChildren, readChildren, readIssues, readPointsFields } from './issues';
import { countIssues, findIssueIds, findParentIds, readPrecomputations, updatePrecomputations } from './jql';
import { readInactive } from './people';
import { readPageUrl, sendMail } from './mail';
import { holdsAdministerOkrs, mayEdit } from './permissions';
import { readStatusCategories, readStatusMoves } from './status-moves';
import { removeWaymarkProperty, writeWaymarkProperty } from './waymark-property';

export const jira = {
  mayEdit,
  holdsAdministerOkrs,
  readIssues,
  readChildren,
  readChangedChildren,
  countChildren,
  readPointsFields,
  readStatusCategories,
  readStatusMoves,
  writeWaymarkProperty,
  removeWaymarkProperty,
  readPrecomputations,
  updatePrecomputations,
  countIssues,
  findIssueIds,
  findParentIds,
  readInactive,
  reportAccounts,
  readPageUrl,
  sendMail,
};

export type Jira = typeof jira;
