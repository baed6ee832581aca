/** How each part of an issue that can be edited appears in its changelog. */
import type { Json } from '../contracts';
import {
  found,
  PRIORITIES,
  RESOLUTIONS,
  SECURITY_LEVELS,
  SPRINT,
  statusOf,
  STORY_POINTS,
} from '../site/catalogue';
import type { Change, Issue } from '../site/model';
import type { Site } from '../site/site';

/** What an edit may set. Ids were resolved and permissions checked by the caller. */
export type Edit = Partial<
  Pick<
    Issue,
    | 'summary'
    | 'description'
    | 'assigneeId'
    | 'priorityId'
    | 'labels'
    | 'parentId'
    | 'dueDate'
    | 'storyPoints'
    | 'originalEstimate'
    | 'remainingEstimate'
    | 'sprintIds'
    | 'securityLevelId'
    | 'statusId'
    | 'resolutionId'
  >
>;

type Shown = readonly [id: string | null, text: string | null];

function plain(value: string | number | null): Shown {
  return [null, value === null ? null : String(value)];
}

function nameIn(list: readonly { readonly id: string; readonly name: string }[], id: string | null): Shown {
  return id === null ? [null, null] : [id, found(list, id, 'entry').name];
}

/** How each editable part appears in a changelog: Jira's name of the field, its id, and the two texts. */
const SHOWN: {
  readonly [K in keyof Required<Edit>]: {
    field: string;
    fieldId?: string;
    show: (site: Site, issue: Issue) => Shown;
  };
} = {
  summary: { field: 'summary', fieldId: 'summary', show: (_s, i) => plain(i.summary) },
  description: {
    field: 'description',
    fieldId: 'description',
    show: (_s, i) => plain(adfText(i.description)),
  },
  assigneeId: {
    field: 'assignee',
    fieldId: 'assignee',
    show: (s, i) =>
      i.assigneeId === null ? [null, null] : [i.assigneeId, s.store.user(i.assigneeId)?.displayName ?? null],
  },
  priorityId: { field: 'priority', fieldId: 'priority', show: (_s, i) => nameIn(PRIORITIES, i.priorityId) },
  labels: { field: 'labels', fieldId: 'labels', show: (_s, i) => ['', i.labels.join(' ')] },
  // Jira writes no fieldId for a change of parent (seen on sites; the Forge docs do not say so).
  parentId: {
    field: 'IssueParentAssociation',
    show: (s, i) =>
      i.parentId === null ? [null, null] : [i.parentId, s.store.issue(i.parentId)?.key ?? null],
  },
  dueDate: { field: 'duedate', fieldId: 'duedate', show: (_s, i) => [i.dueDate, i.dueDate] },
  storyPoints: { field: 'Story Points', fieldId: STORY_POINTS, show: (_s, i) => plain(i.storyPoints) },
  originalEstimate: {
    field: 'timeoriginalestimate',
    fieldId: 'timeoriginalestimate',
    show: (_s, i) => numbered(i.originalEstimate),
  },
  remainingEstimate: {
    field: 'timeestimate',
    fieldId: 'timeestimate',
    show: (_s, i) => numbered(i.remainingEstimate),
  },
  sprintIds: {
    field: 'Sprint',
    fieldId: SPRINT,
    show: (s, i) => {
      const sprints = s.store.state.sprints.filter((one) => i.sprintIds.includes(one.id));
      return [sprints.map((one) => String(one.id)).join(', '), sprints.map((one) => one.name).join(', ')];
    },
  },
  securityLevelId: {
    field: 'security',
    fieldId: 'security',
    show: (_s, i) => nameIn(SECURITY_LEVELS, i.securityLevelId),
  },
  statusId: { field: 'status', fieldId: 'status', show: (_s, i) => [i.statusId, statusOf(i.statusId).name] },
  resolutionId: {
    field: 'resolution',
    fieldId: 'resolution',
    show: (_s, i) => nameIn(RESOLUTIONS, i.resolutionId),
  },
};

function numbered(value: number | null): Shown {
  return value === null ? [null, null] : [String(value), String(value)];
}

/** The words of an ADF document, for changelogs and text search. */
export function adfText(node: Json): string {
  if (Array.isArray(node)) return node.map(adfText).filter(Boolean).join(' ');
  if (typeof node !== 'object' || node === null) return '';
  const { text, content } = Object.fromEntries(Object.entries(node));
  return [typeof text === 'string' ? text : '', content === undefined ? '' : adfText(content)]
    .filter(Boolean)
    .join(' ');
}

const PARTS = Object.keys(SHOWN).filter((key): key is keyof Required<Edit> => Object.hasOwn(SHOWN, key));

/** What really changed between two states of an issue, as its changelog says it. */
export function changesBetween(site: Site, before: Issue, after: Issue): Change[] {
  return PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])).map(
    (part): Change => {
      const { field, fieldId, show } = SHOWN[part];
      const [from, fromText] = show(site, before);
      const [to, toText] = show(site, after);
      const fieldtype = fieldId?.startsWith('customfield_') ? 'custom' : 'jira';
      return { field, ...(fieldId === undefined ? {} : { fieldId }), fieldtype, from, fromText, to, toText };
    },
  );
}
