/** Reads the `fields` and `update` of a create or an edit, with Jira's refusals field by field. */
import { z } from 'zod';
import { ISSUE_TYPES, issueType, PRIORITIES, SECURITY_LEVELS, SPRINT, STORY_POINTS } from '../site/catalogue';
import { json, type Issue, type Project } from '../site/model';
import { holds, visibleIssue, type Caller } from '../site/permissions';
import { NotModelled, Refused } from '../site/serve';
import type { Site } from '../site/site';
import type { Edit } from './changelog';
import type { NewIssue } from './changes';

const byIdOrName = z.object({ id: z.string().optional(), name: z.string().optional() }).loose();
const byIdOrKey = z.object({ id: z.string().optional(), key: z.string().optional() }).loose();

const bodySchema = z.object({
  fields: z.record(z.string(), z.unknown()).default({}),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).default({}),
  properties: z.array(z.object({ key: z.string(), value: json })).default([]),
});

interface Place {
  readonly site: Site;
  readonly caller: Caller;
  readonly project: Project;
  readonly typeId: string;
}

function wrong(field: string, why: string): Refused {
  return new Refused(400, '', { [field]: why });
}

function read<T>(schema: z.ZodType<T>, field: string, value: unknown, why: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw wrong(field, why);
  return parsed.data;
}

/** An estimate in Jira's short form: `1w 2d 4h 30m`, weeks of five days of eight hours. */
function seconds(field: string, value: string): number {
  const parts = value.trim().split(/\s+/);
  const sizes: { readonly [unit: string]: number } = { w: 144_000, d: 28_800, h: 3_600, m: 60 };
  return parts.reduce((sum, part) => {
    const [, amount, unit = ''] = /^(\d+)([wdhm])$/.exec(part) ?? [];
    if (amount === undefined) throw wrong(field, 'The original estimate specified is not valid.');
    return sum + Number(amount) * (sizes[unit] ?? 0);
  }, 0);
}

function readLabels(value: unknown): string[] {
  const labels = read(z.array(z.string()), 'labels', value, 'data was not an array');
  const bad = labels.find((label) => /\s/.test(label) || label.length > 255);
  if (bad !== undefined) throw wrong('labels', `The label '${bad}' contains spaces which is invalid.`);
  return [...new Set(labels)];
}

function readAssignee({ site, project }: Place, value: unknown): string | null {
  const given = read(
    z.object({ accountId: z.string().nullish(), id: z.string().nullish() }).nullable(),
    'assignee',
    value,
    'expected an account id',
  );
  const accountId = given?.accountId ?? given?.id ?? null;
  if (accountId === null) return null;
  const user = site.store.user(accountId);
  if (!user) throw wrong('assignee', `Specify a valid value for assignee`);
  if (!holds({ kind: user.accountType === 'app' ? 'app' : 'user', user }, 'ASSIGNABLE_USER', project)) {
    throw wrong('assignee', `User '${user.displayName}' cannot be assigned issues.`);
  }
  return accountId;
}

function readParent({ site, caller, typeId, project }: Place, value: unknown): string | null {
  const given = read(byIdOrKey.nullable(), 'parent', value, 'expected an object with a key or an id');
  if (given === null) {
    if (issueType(typeId).level < 0)
      throw wrong('parent', 'Issue type is a sub-task but parent issue key or id not specified.');
    return null;
  }
  const parent = visibleIssue(site, caller, given.id ?? given.key ?? '');
  if (!parent) throw wrong('parent', 'Could not find issue by id or key.');
  if (issueType(parent.typeId).level !== issueType(typeId).level + 1) {
    throw wrong('parentId', 'Given parent work item does not belong to appropriate hierarchy.');
  }
  if (issueType(typeId).level < 0 && parent.projectId !== project.id) {
    throw wrong('parent', 'A sub-task belongs to the project of its parent.');
  }
  return parent.id;
}

function readNamed(
  field: string,
  list: readonly { readonly id: string; readonly name: string }[],
  value: unknown,
): string {
  const given = read(byIdOrName, field, value, `Specify the ${field} by id or name`);
  const hit = list.find((one) => one.id === given.id || one.name === given.name);
  if (!hit) throw wrong(field, `The ${field} selected is invalid.`);
  return hit.id;
}

function readSummary(value: unknown): string {
  const summary = read(z.string(), 'summary', value, 'You must specify a summary of the issue.').trim();
  if (summary === '') throw wrong('summary', 'You must specify a summary of the issue.');
  if (summary.length > 255) throw wrong('summary', "Summary can't exceed 255 characters.");
  if (/[\r\n]/.test(summary))
    throw wrong('summary', 'The summary is invalid because it contains newline characters.');
  return summary;
}

const adf = z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(json) }).loose();

const READERS: { readonly [field: string]: (place: Place, value: unknown) => Edit } = {
  summary: (_place, value) => ({ summary: readSummary(value) }),
  description(_place, value) {
    if (value !== null)
      read(
        adf,
        'description',
        value,
        'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      );
    return { description: json.parse(value) };
  },
  assignee: (place, value) => ({ assigneeId: readAssignee(place, value) }),
  priority: (_place, value) => ({ priorityId: readNamed('priority', PRIORITIES, value) }),
  labels: (_place, value) => ({ labels: readLabels(value) }),
  parent: (place, value) => ({ parentId: readParent(place, value) }),
  duedate: (_place, value) => ({
    dueDate: read(z.iso.date().nullable(), 'duedate', value, `Error parsing date string: ${String(value)}`),
  }),
  [STORY_POINTS]: (_place, value) => ({
    storyPoints: read(z.number().nullable(), STORY_POINTS, value, 'Operation value must be a number'),
  }),
  [SPRINT]({ site }, value) {
    const id = read(z.number().nullable(), SPRINT, value, 'Number value expected as the Sprint id.');
    if (id === null) return { sprintIds: [] };
    const sprint = site.store.state.sprints.find((one) => one.id === id && one.state !== 'closed');
    if (!sprint) throw wrong(SPRINT, `Sprint with id ${String(id)} does not exist or cannot take issues.`);
    return { sprintIds: [id] };
  },
  timetracking(_place, value) {
    const given = read(
      z
        .object({ originalEstimate: z.string().optional(), remainingEstimate: z.string().optional() })
        .strict(),
      'timetracking',
      value,
      'Expected originalEstimate and remainingEstimate',
    );
    const original =
      given.originalEstimate === undefined ? undefined : seconds('timetracking', given.originalEstimate);
    const remaining =
      given.remainingEstimate === undefined ? original : seconds('timetracking', given.remainingEstimate);
    return {
      ...(original === undefined ? {} : { originalEstimate: original }),
      ...(remaining === undefined ? {} : { remainingEstimate: remaining }),
    };
  },
  security({ caller, project }, value) {
    if (!holds(caller, 'SET_ISSUE_SECURITY', project))
      throw wrong(
        'security',
        "Field 'security' cannot be set. It is not on the appropriate screen, or unknown.",
      );
    return { securityLevelId: value === null ? null : readNamed('security', SECURITY_LEVELS, value) };
  },
};

function fieldsOf(place: Place, fields: { readonly [name: string]: unknown }): Edit {
  const problems: { [field: string]: string } = {};
  const edit: Edit = {};
  for (const [name, value] of Object.entries(fields)) {
    const reader = READERS[name];
    if (!reader) {
      problems[name] = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
      continue;
    }
    try {
      Object.assign(edit, reader(place, value));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      Object.assign(problems, error.fields);
    }
  }
  if (Object.keys(problems).length > 0) throw new Refused(400, '', problems);
  return edit;
}

/** `update: {labels: [{add: 'x'}, {remove: 'y'}]}`, the only field whose operations are modelled besides `set`. */
function labelUpdates(
  issue: Issue,
  update: { readonly [field: string]: readonly { readonly [verb: string]: unknown }[] },
): Edit {
  const others = Object.keys(update).filter((name) => name !== 'labels');
  if (others.length > 0) throw new NotModelled(`update operations on ${others.join(', ')}`);
  if (!update['labels']) return {};
  let labels = issue.labels;
  for (const operation of update['labels']) {
    for (const [verb, value] of Object.entries(operation)) {
      if (verb === 'set') labels = readLabels(value);
      else if (verb === 'add') labels = [...labels, ...readLabels([value])];
      else if (verb === 'remove') labels = labels.filter((label) => label !== value);
      else throw wrong('labels', `Operation '${verb}' is not supported by the field.`);
    }
  }
  return { labels: [...new Set(labels)] };
}

export function readEdit(site: Site, caller: Caller, issue: Issue, body: unknown): Edit {
  const { fields, update, properties } = bodySchema.parse(body);
  if (properties.length > 0) throw new NotModelled('properties in an edit');
  const project = site.store.project(issue.projectId);
  if (!project) throw new Error(`${issue.key} belongs to no project.`);
  const place: Place = { site, caller, project, typeId: issue.typeId };
  return { ...fieldsOf(place, fields), ...labelUpdates(issue, update) };
}

export function readNewIssue(site: Site, caller: Caller, body: unknown): NewIssue {
  const { fields, update, properties } = bodySchema.parse(body);
  if (Object.keys(update).length > 0) throw new NotModelled('update operations on create');
  const { project: asked, issuetype, ...rest } = fields;
  const ref = byIdOrKey.safeParse(asked);
  const project = ref.success ? site.store.project(ref.data.id ?? ref.data.key ?? '') : undefined;
  if (!project || !holds(caller, 'BROWSE_PROJECTS', project))
    throw wrong('project', 'Specify a valid project ID or key');
  if (!holds(caller, 'CREATE_ISSUES', project)) {
    throw wrong('project', 'You do not have permission to create issues in this project.');
  }
  const typeId = readNamed('issuetype', ISSUE_TYPES, issuetype ?? {});
  if (issueType(typeId).level < 0 && rest['parent'] === undefined) {
    throw wrong('parent', 'Issue type is a sub-task but parent issue key or id not specified.');
  }
  const edit = fieldsOf({ site, caller, project, typeId }, { summary: undefined, ...rest });
  return {
    ...edit,
    summary: edit.summary ?? '',
    project,
    typeId,
    properties: Object.fromEntries(properties.map(({ key, value }) => [key, value])),
  };
}
