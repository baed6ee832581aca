/** Everything Waymark asks of Jira from its backend, as use cases take it. */
import { countChildren, readChangedChildren, readChildren, readIssues, readPointsFields } from './issues';
import { readInactive } from './people';
import { findIssueIds, findParentIds, readPrecomputations, updatePrecomputations } from './jql';
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
  findIssueIds,
  findParentIds,
  readInactive,
  readPageUrl,
  sendMail,
};

export type Jira = typeof jira;
