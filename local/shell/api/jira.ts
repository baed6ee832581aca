import { z } from 'zod';
import { request, send } from './http';

const user = z.object({
  accountId: z.string(),
  displayName: z.string(),
  avatarUrls: z.record(z.string(), z.string()).default({}),
});

const status = z.object({
  id: z.string(),
  name: z.string(),
  statusCategory: z.object({ key: z.string(), name: z.string().default('') }),
});

const issueType = z.object({
  id: z.string(),
  name: z.string(),
  subtask: z.boolean().default(false),
  hierarchyLevel: z.number().default(0),
});

const project = z.object({ id: z.string(), key: z.string(), name: z.string().default('') });

const fields = z.looseObject({
  summary: z.string().default(''),
  description: z.unknown().optional(),
  status: status.optional(),
  issuetype: issueType.optional(),
  project: project.optional(),
  priority: z.object({ id: z.string(), name: z.string() }).nullish(),
  resolution: z.object({ id: z.string(), name: z.string() }).nullish(),
  assignee: user.nullish(),
  reporter: user.nullish(),
  labels: z.array(z.string()).default([]),
  created: z.string().nullish(),
  updated: z.string().nullish(),
  resolutiondate: z.string().nullish(),
  duedate: z.string().nullish(),
  parent: z
    .object({
      id: z.string(),
      key: z.string(),
      fields: z.object({ summary: z.string().default(''), issuetype: issueType.optional() }).optional(),
    })
    .nullish(),
});

const issue = z.object({ id: z.string(), key: z.string(), fields });

export type User = z.infer<typeof user>;
export type Status = z.infer<typeof status>;
export type Project = z.infer<typeof project>;
export type Issue = z.infer<typeof issue>;

const viewFields =
  'summary,description,status,issuetype,project,priority,resolution,assignee,reporter,labels,created,updated,resolutiondate,duedate,parent';

/** One issue with everything its page shows. */
export function loadIssue(key: string): Promise<Issue> {
  return request(issue, `/rest/api/3/issue/${encodeURIComponent(key)}?fields=${viewFields}`);
}

const searchReply = z.object({
  issues: z.array(issue),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().default(true),
});

/** One page of up to `maxResults` issues the person can see. */
export function searchIssues(
  jql: string,
  maxResults = 50,
  nextPageToken?: string,
): Promise<z.infer<typeof searchReply>> {
  return request(searchReply, '/rest/api/3/search/jql', {
    method: 'POST',
    body: {
      jql,
      maxResults,
      fields: [
        'summary',
        'status',
        'issuetype',
        'project',
        'priority',
        'assignee',
        'parent',
        'updated',
        'resolution',
      ],
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    },
  });
}

const named = z.array(z.object({ value: z.string() }));
const jqlNames = z.object({ visibleFieldNames: named, visibleFunctionNames: named });

/** Names of fields and functions that JQL knows, functions of apps among them. */
export async function loadJqlNames(): Promise<readonly string[]> {
  const reply = await request(jqlNames, '/rest/api/3/jql/autocompletedata');
  return [...reply.visibleFunctionNames, ...reply.visibleFieldNames].map(({ value }) => value);
}

const projectPage = z.object({ values: z.array(project) });

/** The projects the person can browse. */
export async function loadProjects(): Promise<readonly Project[]> {
  return (await request(projectPage, '/rest/api/3/project/search?maxResults=50')).values;
}

const projectDetails = z.object({
  id: z.string(),
  key: z.string(),
  issueTypes: z.array(issueType).default([]),
});

/** A project with its issue types. */
export function loadProject(key: string): Promise<z.infer<typeof projectDetails>> {
  return request(projectDetails, `/rest/api/3/project/${encodeURIComponent(key)}`);
}

const transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: status })),
});

export type Transition = z.infer<typeof transitions>['transitions'][number];

/** What can be done with an issue's status now. */
export async function loadTransitions(key: string): Promise<readonly Transition[]> {
  return (await request(transitions, `/rest/api/3/issue/${encodeURIComponent(key)}/transitions`)).transitions;
}

/** Moves an issue; `resolution` by name when it is finished some other way than done. */
export async function transitionIssue(key: string, transitionId: string, resolution?: string): Promise<void> {
  const fieldsToSet = resolution === undefined ? {} : { fields: { resolution: { name: resolution } } };
  await send(`/rest/api/3/issue/${encodeURIComponent(key)}/transitions`, {
    method: 'POST',
    body: { transition: { id: transitionId }, ...fieldsToSet },
  });
}

/** Changes fields of an issue, in the shape of Jira's "Edit issue". */
export async function editIssue(key: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  await send(`/rest/api/3/issue/${encodeURIComponent(key)}`, { method: 'PUT', body: { fields: changes } });
}

const created = z.object({ id: z.string(), key: z.string() });

/** Creates an issue, in the shape of Jira's "Create issue". */
export function createIssue(values: Readonly<Record<string, unknown>>): Promise<z.infer<typeof created>> {
  return request(created, '/rest/api/3/issue', { method: 'POST', body: { fields: values } });
}

/** One person. */
export function loadUser(accountId: string): Promise<User> {
  return request(user, `/rest/api/3/user?${new URLSearchParams({ accountId }).toString()}`);
}

/** People who can be given an issue. */
export function searchAssignable(issueKey: string, query: string): Promise<readonly User[]> {
  const parameters = new URLSearchParams({ issueKey, query, maxResults: '20' });
  return request(z.array(user), `/rest/api/3/user/assignable/search?${parameters.toString()}`);
}

const changelogs = z.object({
  issueChangeLogs: z.array(
    z.object({
      changeHistories: z.array(
        z.object({
          id: z.string(),
          author: user.nullish(),
          created: z.union([z.string(), z.number()]),
          items: z.array(
            z.object({
              field: z.string(),
              fromString: z.string().nullish(),
              toString: z.string().nullish().catch(null),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type Change = z.infer<typeof changelogs>['issueChangeLogs'][number]['changeHistories'][number];

/** What happened to an issue, newest first. */
export async function loadHistory(issueId: string): Promise<readonly Change[]> {
  const reply = await request(changelogs, '/rest/api/3/changelog/bulkfetch', {
    method: 'POST',
    body: { issueIdsOrKeys: [issueId], maxResults: 100 },
  });
  const changes = reply.issueChangeLogs.flatMap((entry) => entry.changeHistories);
  return changes.sort((a, b) => new Date(b.created).getTime() - new Date(a.created).getTime());
}

const comments = z.object({
  comments: z.array(
    z.object({ id: z.string(), author: user.nullish(), created: z.string(), body: z.unknown() }),
  ),
});

type Comment = z.infer<typeof comments>['comments'][number];

/** What was said about an issue, newest first. */
export async function loadComments(issueId: string): Promise<readonly Comment[]> {
  const reply = await request(comments, `/rest/api/3/issue/${issueId}/comment`);
  return [...reply.comments].reverse();
}

/** Whether the person holds a global permission of Jira. */
export async function holdsPermission(key: string): Promise<boolean> {
  const reply = await request(
    z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) }),
    `/rest/api/3/mypermissions?permissions=${key}`,
  );
  return reply.permissions[key]?.havePermission ?? false;
}
