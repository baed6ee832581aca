/** What an administrator of the site has set up and no request changes: types, statuses, fields, permissions. */

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly description: string;
  readonly color: string;
}

export const ISSUE_TYPES: readonly IssueType[] = [
  {
    id: '10000',
    name: 'Epic',
    level: 1,
    description: 'A big piece of work that holds stories.',
    color: '#8F7EE7',
  },
  {
    id: '10001',
    name: 'Story',
    level: 0,
    description: 'Something a person can do afterwards.',
    color: '#4BCE97',
  },
  { id: '10002', name: 'Task', level: 0, description: 'A small piece of work.', color: '#579DFF' },
  { id: '10003', name: 'Bug', level: 0, description: 'Something that does not work.', color: '#F87168' },
  {
    id: '10004',
    name: 'Sub-task',
    level: -1,
    description: 'A part of another piece of work.',
    color: '#6CC3E0',
  },
];

export type CategoryKey = 'new' | 'indeterminate' | 'done';

export const STATUS_CATEGORIES = [
  { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
  { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  { id: 3, key: 'done', name: 'Done', colorName: 'green' },
] as const;

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryKey;
  /** The transition that leads here, from any status. */
  readonly transitionId: string;
}

export const TO_DO = '10010';
export const IN_PROGRESS = '10011';
export const IN_REVIEW = '10012';
export const DONE = '10013';

export const STATUSES: readonly Status[] = [
  { id: TO_DO, name: 'To Do', category: 'new', transitionId: '11' },
  { id: IN_PROGRESS, name: 'In Progress', category: 'indeterminate', transitionId: '21' },
  { id: IN_REVIEW, name: 'In Review', category: 'indeterminate', transitionId: '31' },
  { id: DONE, name: 'Done', category: 'done', transitionId: '41' },
];

export const RESOLUTIONS = [
  { id: '10020', name: 'Done', description: 'The work is complete.' },
  { id: '10021', name: "Won't Do", description: 'This will not be worked on.' },
  { id: '10022', name: 'Duplicate', description: 'The same work is tracked elsewhere.' },
  { id: '10023', name: 'Cannot Reproduce', description: 'Nobody could make it happen again.' },
] as const;
export const RESOLVED_DONE = '10020';

export const PRIORITIES = [
  { id: '1', name: 'Highest', statusColor: '#CD1317' },
  { id: '2', name: 'High', statusColor: '#E9494A' },
  { id: '3', name: 'Medium', statusColor: '#E97F33' },
  { id: '4', name: 'Low', statusColor: '#2D8738' },
  { id: '5', name: 'Lowest', statusColor: '#57A55A' },
] as const;
export const MEDIUM = '3';

/** Issues at this level are seen by its group and their reporters only. */
/** `apps`: the level names the project role that apps are in; one that does not hides its issues from them too. */
export const SECURITY_LEVELS = [
  {
    id: '10040',
    name: 'Investigations',
    description: 'Open cases about people.',
    group: 'investigators',
    apps: true,
  },
  {
    id: '10041',
    name: 'Investigators alone',
    description: 'Cases that no app reads.',
    group: 'investigators',
    apps: false,
  },
] as const;

/** Not the id story points usually have: nothing may rely on a site's field ids. */
export const STORY_POINTS = 'customfield_10036';
export const SPRINT = 'customfield_10020';

export interface FieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly schema: { readonly type: string; readonly items?: string; readonly custom?: string };
  /** False for those `*navigable` leaves out. */
  readonly navigable?: false;
}

export const FIELDS: readonly FieldDefinition[] = [
  { id: 'summary', name: 'Summary', clauses: ['summary'], schema: { type: 'string' } },
  { id: 'description', name: 'Description', clauses: ['description'], schema: { type: 'string' } },
  { id: 'issuetype', name: 'Issue Type', clauses: ['issuetype', 'type'], schema: { type: 'issuetype' } },
  { id: 'project', name: 'Project', clauses: ['project'], schema: { type: 'project' } },
  { id: 'status', name: 'Status', clauses: ['status'], schema: { type: 'status' } },
  {
    id: 'statusCategory',
    name: 'Status Category',
    clauses: ['statusCategory'],
    schema: { type: 'statusCategory' },
  },
  {
    id: 'statuscategorychangedate',
    name: 'Status Category Changed',
    clauses: ['statusCategoryChangedDate'],
    schema: { type: 'datetime' },
  },
  { id: 'resolution', name: 'Resolution', clauses: ['resolution'], schema: { type: 'resolution' } },
  {
    id: 'resolutiondate',
    name: 'Resolved',
    clauses: ['resolutiondate', 'resolved'],
    schema: { type: 'datetime' },
  },
  { id: 'priority', name: 'Priority', clauses: ['priority'], schema: { type: 'priority' } },
  { id: 'assignee', name: 'Assignee', clauses: ['assignee'], schema: { type: 'user' } },
  { id: 'reporter', name: 'Reporter', clauses: ['reporter'], schema: { type: 'user' } },
  { id: 'creator', name: 'Creator', clauses: ['creator'], schema: { type: 'user' } },
  { id: 'labels', name: 'Labels', clauses: ['labels'], schema: { type: 'array', items: 'string' } },
  { id: 'parent', name: 'Parent', clauses: ['parent'], schema: { type: 'issuelink' } },
  {
    id: 'subtasks',
    name: 'Sub-tasks',
    clauses: ['subtasks'],
    schema: { type: 'array', items: 'issuelinks' },
  },
  { id: 'created', name: 'Created', clauses: ['created', 'createdDate'], schema: { type: 'datetime' } },
  { id: 'updated', name: 'Updated', clauses: ['updated', 'updatedDate'], schema: { type: 'datetime' } },
  { id: 'duedate', name: 'Due date', clauses: ['due', 'duedate'], schema: { type: 'date' } },
  { id: 'security', name: 'Security Level', clauses: ['level'], schema: { type: 'securitylevel' } },
  {
    id: 'timeoriginalestimate',
    name: 'Original estimate',
    clauses: ['originalEstimate', 'timeoriginalestimate'],
    schema: { type: 'number' },
  },
  {
    id: 'timeestimate',
    name: 'Remaining Estimate',
    clauses: ['remainingEstimate', 'timeestimate'],
    schema: { type: 'number' },
  },
  { id: 'timespent', name: 'Time Spent', clauses: ['timespent'], schema: { type: 'number' } },
  {
    id: 'timetracking',
    name: 'Time tracking',
    clauses: [],
    schema: { type: 'timetracking' },
    navigable: false,
  },
  {
    id: SPRINT,
    name: 'Sprint',
    clauses: ['cf[10020]', 'Sprint'],
    schema: { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint' },
  },
  {
    id: STORY_POINTS,
    name: 'Story Points',
    clauses: ['cf[10036]', 'Story Points'],
    schema: { type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' },
  },
];

export type ProjectRole = 'administrators' | 'members' | 'viewers';

const EVERYONE: readonly ProjectRole[] = ['administrators', 'members', 'viewers'];
const WORKING: readonly ProjectRole[] = ['administrators', 'members'];
const LEADING: readonly ProjectRole[] = ['administrators'];

/** The permission scheme all projects share: which roles hold which permission. */
export const PROJECT_PERMISSIONS = {
  BROWSE_PROJECTS: EVERYONE,
  ADD_COMMENTS: EVERYONE,
  CREATE_ISSUES: WORKING,
  EDIT_ISSUES: WORKING,
  TRANSITION_ISSUES: WORKING,
  RESOLVE_ISSUES: WORKING,
  ASSIGN_ISSUES: WORKING,
  ASSIGNABLE_USER: WORKING,
  SCHEDULE_ISSUES: WORKING,
  LINK_ISSUES: WORKING,
  WORK_ON_ISSUES: WORKING,
  MOVE_ISSUES: WORKING,
  MANAGE_SPRINTS_PERMISSION: WORKING,
  DELETE_ISSUES: LEADING,
  SET_ISSUE_SECURITY: LEADING,
  ADMINISTER_PROJECTS: LEADING,
} as const;
export type ProjectPermission = keyof typeof PROJECT_PERMISSIONS;

export const ADMINISTRATORS = 'jira-administrators';
/** Everyone with a seat. */
export const STAFF = 'lantern-staff';

/** Global permissions of Jira itself, by the group that holds them. An app's own come from its manifest. */
export const GLOBAL_PERMISSIONS: { readonly [key: string]: string } = {
  ADMINISTER: ADMINISTRATORS,
  SYSTEM_ADMIN: ADMINISTRATORS,
  USER_PICKER: STAFF,
  BULK_CHANGE: STAFF,
  CREATE_SHARED_OBJECTS: STAFF,
};

export function issueType(id: string): IssueType {
  return found(ISSUE_TYPES, id, 'issue type');
}

export function statusOf(id: string): Status {
  return found(STATUSES, id, 'status');
}

export function found<T extends { readonly id: string | number }>(
  list: readonly T[],
  id: string | number,
  what: string,
): T {
  const item = list.find((one) => one.id === id);
  if (!item) throw new Error(`The site has no ${what} ${String(id)}.`);
  return item;
}
