/** Every Jira operation the local site serves, at its real path. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { FIELDS, ISSUE_TYPES, PRIORITIES, RESOLUTIONS, STATUS_CATEGORIES, STATUSES } from '../site/catalogue';
import type { Project } from '../site/model';
import { holds, holdsGlobally, visibleProjects } from '../site/permissions';
import { flag, list, text, whole } from '../site/query';
import { jiraError, NotModelled, Refused, serve, type Answer, type Asked, type Serving } from '../site/serve';
import type { Site } from '../site/site';
import { openGate } from '../openapi/gate';
import { registerAgile } from './agile';
import { deleteProject } from './changes';
import * as comments from './comments';
import * as issues from './issues';
import { parseQuery } from './jql/parse';
import { getPrecomputations, updatePrecomputations } from './jql/precomputations';
import { suggestions } from './jql/suggestions';
import { postNotification } from './mail';
import * as many from './many';
import * as people from './people';
import {
  categoryJson,
  issueTypeJson,
  jiraTime,
  priorityJson,
  projectJson,
  resolutionJson,
  statusJson,
} from './represent';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Operation = (site: Site, asked: Asked) => Answer | Promise<Answer>;

function projectAsked(site: Site, { caller, params }: Asked): Project {
  const ref = params['projectIdOrKey'] ?? '';
  const project = site.store.project(ref);
  if (!project || !holds(caller, 'BROWSE_PROJECTS', project)) {
    throw new Refused(404, `No project could be found with key '${ref}'.`);
  }
  return project;
}

function searchProjects(site: Site, { caller, query }: Asked): Answer {
  const unmodelled = ['typeKey', 'categoryId', 'status', 'properties', 'propertyQuery'].find(
    (name) => text(query, name) !== undefined,
  );
  if (unmodelled !== undefined) throw new NotModelled(`project search by ${unmodelled}`);
  const words = text(query, 'query')?.toLowerCase();
  const [ids, keys, action] = [list(query, 'id'), list(query, 'keys'), text(query, 'action')];
  const startAt = whole(query, 'startAt', 0);
  const maxResults = Math.min(whole(query, 'maxResults', 50), 100);
  const needed = {
    view: 'BROWSE_PROJECTS',
    browse: 'BROWSE_PROJECTS',
    edit: 'ADMINISTER_PROJECTS',
    create: 'CREATE_ISSUES',
  } as const;
  const permission = z.enum(['view', 'browse', 'edit', 'create']).catch('view').parse(action);
  const found = visibleProjects(site, caller)
    .filter((one) => holds(caller, needed[permission], one))
    .filter(
      (one) =>
        words === undefined ||
        one.key.toLowerCase().includes(words) ||
        one.name.toLowerCase().includes(words),
    )
    .filter((one) => ids?.includes(one.id) ?? true)
    .filter((one) => keys?.includes(one.key) ?? true)
    .sort((a, b) => a.key.localeCompare(b.key));
  const values = found.slice(startAt, startAt + maxResults);
  return {
    status: 200,
    body: {
      self: `${site.siteUrl}/rest/api/3/project/search`,
      startAt,
      maxResults,
      total: found.length,
      isLast: startAt + maxResults >= found.length,
      values: values.map((one) => projectJson(site, one)),
    },
  };
}

function removeProject(site: Site, asked: Asked): Answer {
  const project = projectAsked(site, asked);
  if (!holdsGlobally(site, asked.caller, 'ADMINISTER')) {
    throw new Refused(404, `You do not have permission to delete the project '${project.key}'.`);
  }
  deleteProject(site, asked.caller, project, flag(asked.query, 'enableUndo', true));
  return { status: 204 };
}

function fields(): Answer {
  return {
    status: 200,
    body: FIELDS.map(({ id, name, clauses, schema, navigable }) => ({
      id,
      key: id,
      name,
      custom: id.startsWith('customfield_'),
      orderable: true,
      navigable: navigable !== false,
      searchable: clauses.length > 0,
      clauseNames: [...clauses],
      schema: {
        ...schema,
        ...(id.startsWith('customfield_') ? { customId: Number(id.slice(12)) } : { system: id }),
      },
    })),
  };
}

function serverInfo(site: Site): Answer {
  return {
    status: 200,
    body: {
      baseUrl: site.siteUrl,
      displayUrl: site.siteUrl,
      deploymentType: 'Cloud',
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      buildNumber: 100_000,
      serverTime: jiraTime(site.now()),
      serverTitle: 'Jira',
    },
  };
}

const OPERATIONS: readonly (readonly [Method, string, Operation])[] = [
  ['POST', '/rest/api/3/search/jql', many.postSearch],
  ['GET', '/rest/api/3/search/jql', many.getSearch],
  ['POST', '/rest/api/3/search/approximate-count', many.approximateCount],
  ['POST', '/rest/api/3/jql/parse', parseQuery],
  ['GET', '/rest/api/3/jql/autocompletedata', suggestions],
  ['GET', '/rest/api/3/jql/function/computation', getPrecomputations],
  ['POST', '/rest/api/3/jql/function/computation', updatePrecomputations],
  ['POST', '/rest/api/3/issue/bulkfetch', many.bulkFetch],
  ['GET', '/rest/api/3/issue/picker', many.pickIssues],
  ['POST', '/rest/api/3/changelog/bulkfetch', many.bulkChangelogs],
  ['POST', '/rest/api/3/issue', issues.postIssue],
  ['GET', '/rest/api/3/issue/{issueIdOrKey}', issues.getIssue],
  ['PUT', '/rest/api/3/issue/{issueIdOrKey}', issues.putIssue],
  ['DELETE', '/rest/api/3/issue/{issueIdOrKey}', issues.removeIssue],
  ['GET', '/rest/api/3/issue/{issueIdOrKey}/transitions', issues.getTransitions],
  ['POST', '/rest/api/3/issue/{issueIdOrKey}/transitions', issues.postTransition],
  ['GET', '/rest/api/3/issue/{issueIdOrKey}/comment', comments.getComments],
  ['POST', '/rest/api/3/issue/{issueIdOrKey}/comment', comments.postComment],
  ['POST', '/rest/api/3/issue/{issueIdOrKey}/notify', postNotification],
  ['GET', '/rest/api/3/issue/{issueIdOrKey}/properties', issues.listProperties],
  ['GET', '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}', issues.getProperty],
  ['PUT', '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}', issues.putProperty],
  ['DELETE', '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}', issues.deleteProperty],
  ['POST', '/rest/api/3/permissions/check', people.checkPermissions],
  ['GET', '/rest/api/3/mypermissions', people.myPermissions],
  ['GET', '/rest/api/3/myself', people.getMyself],
  ['GET', '/rest/api/3/user', people.getUser],
  ['GET', '/rest/api/3/user/bulk', people.getUsers],
  ['GET', '/rest/api/3/user/search', people.searchUsers],
  ['GET', '/rest/api/3/user/assignable/search', people.assignableUsers],
  ['GET', '/rest/api/3/project/search', searchProjects],
  [
    'GET',
    '/rest/api/3/project/{projectIdOrKey}',
    (site, asked) => ({ status: 200, body: projectJson(site, projectAsked(site, asked)) }),
  ],
  ['DELETE', '/rest/api/3/project/{projectIdOrKey}', removeProject],
  [
    'GET',
    '/rest/api/3/statuscategory',
    (site) => ({ status: 200, body: STATUS_CATEGORIES.map((one) => categoryJson(site, one.key)) }),
  ],
  [
    'GET',
    '/rest/api/3/status',
    (site) => ({ status: 200, body: STATUSES.map((one) => statusJson(site, one.id)) }),
  ],
  [
    'GET',
    '/rest/api/3/issuetype',
    (site) => ({ status: 200, body: ISSUE_TYPES.map((one) => issueTypeJson(site, one)) }),
  ],
  [
    'GET',
    '/rest/api/3/priority',
    (site) => ({ status: 200, body: PRIORITIES.map((one) => priorityJson(site, one.id)) }),
  ],
  [
    'GET',
    '/rest/api/3/resolution',
    (site) => ({ status: 200, body: RESOLUTIONS.map((one) => resolutionJson(site, one.id)) }),
  ],
  ['GET', '/rest/api/3/field', fields],
  ['GET', '/rest/api/3/serverInfo', serverInfo],
];

export function registerJira(app: FastifyInstance, serving: Serving): void {
  const gateOf = openGate('jira');
  for (const [method, url, operation] of OPERATIONS) {
    serve(app, serving, jiraError, gateOf(method, url), method, url, (asked) =>
      operation(serving.site, asked),
    );
  }
  registerAgile(app, serving);
  app.all('/rest/*', (request, reply) => {
    const message = `NotModelled: the local site does not do ${request.method} ${request.url.split('?')[0] ?? ''}.`;
    serving.recorder.problem(message);
    return reply.code(501).send(jiraError(501, message));
  });
}
