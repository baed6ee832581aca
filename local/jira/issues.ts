/** Issues one at a time: read, create, edit, delete, transition, properties. */
import { z } from 'zod';
import { DONE, RESOLUTIONS, RESOLVED_DONE, STATUSES, statusOf } from '../site/catalogue';
import { json, type Issue } from '../site/model';
import { holdsOnIssue, visibleIssue, type Caller } from '../site/permissions';
import type { ProjectPermission } from '../site/catalogue';
import { list, text, flag } from '../site/query';
import { NotModelled, Refused, type Answer, type Asked } from '../site/serve';
import type { Site } from '../site/site';
import { createIssue, deleteIssue, editIssue, setProperty } from './changes';
import { readEdit, readNewIssue } from './edit-fields';
import { issueJson } from './issue-json';
import { resolutionJson, statusJson } from './represent';
import type { Json } from '../contracts';

const UNSEEN = 'Issue does not exist or you do not have permission to see it.';

/** The issue of the path, or Jira's 404. */
export function issueAsked(site: Site, caller: Caller, idOrKey: string | undefined): Issue {
  const issue = visibleIssue(site, caller, idOrKey ?? '');
  if (!issue) throw new Refused(404, UNSEEN);
  return issue;
}

function need(
  site: Site,
  caller: Caller,
  issue: Issue,
  permission: ProjectPermission,
  status: number,
  message: string,
): void {
  if (!holdsOnIssue(site, caller, permission, issue)) throw new Refused(status, message);
}

export function transitionsOf(site: Site, caller: Caller, issue: Issue, withFields: boolean): Json {
  if (!holdsOnIssue(site, caller, 'TRANSITION_ISSUES', issue)) return [];
  return STATUSES.map((status) => ({
    id: status.transitionId,
    name: status.name,
    to: statusJson(site, status.id),
    hasScreen: status.id === DONE,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: false,
    ...(withFields
      ? {
          fields:
            status.id === DONE
              ? {
                  resolution: {
                    required: true,
                    schema: { type: 'resolution', system: 'resolution' },
                    name: 'Resolution',
                    key: 'resolution',
                    operations: ['set'],
                    allowedValues: RESOLUTIONS.map((one) => resolutionJson(site, one.id)),
                  },
                }
              : {},
        }
      : {}),
  }));
}

export function getIssue(site: Site, { caller, params, query }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  const view = {
    fields: list(query, 'fields') ?? ['*all'],
    properties: list(query, 'properties') ?? [],
    expand: (text(query, 'expand') ?? '').split(',').filter(Boolean),
  };
  const known = view.properties.includes('*all') ? Object.keys(issue.properties) : view.properties;
  const body = issueJson(site, caller, issue, { ...view, properties: known }, (one) =>
    transitionsOf(site, caller, one, false),
  );
  return { status: 200, body };
}

export function postIssue(site: Site, { caller, body }: Asked): Answer {
  const issue = createIssue(site, caller, readNewIssue(site, caller, body));
  return {
    status: 201,
    body: { id: issue.id, key: issue.key, self: `${site.siteUrl}/rest/api/3/issue/${issue.id}` },
  };
}

export function putIssue(site: Site, { caller, params, query, body }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  need(site, caller, issue, 'EDIT_ISSUES', 403, 'You do not have permission to edit issues in this project.');
  editIssue(site, caller, issue, readEdit(site, caller, issue, body));
  if (!flag(query, 'returnIssue')) return { status: 204 };
  return {
    status: 200,
    body: issueJson(site, caller, issue, { fields: ['*all'], properties: [], expand: [] }),
  };
}

export function removeIssue(site: Site, { caller, params, query }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  need(
    site,
    caller,
    issue,
    'DELETE_ISSUES',
    403,
    'You do not have permission to delete issues in this project.',
  );
  deleteIssue(site, caller, issue, text(query, 'deleteSubtasks') === 'true');
  return { status: 204 };
}

export function getTransitions(site: Site, { caller, params, query }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  const withFields = text(query, 'expand')?.includes('transitions.fields') ?? false;
  return {
    status: 200,
    body: { expand: 'transitions', transitions: transitionsOf(site, caller, issue, withFields) },
  };
}

const transitionBody = z.object({
  transition: z.object({ id: z.string() }).loose().optional(),
  fields: z
    .object({ resolution: z.object({ id: z.string().optional(), name: z.string().optional() }).optional() })
    .strict()
    .optional(),
  update: z.unknown().optional(),
});

export function postTransition(site: Site, { caller, params, body }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  const parsed = transitionBody.safeParse(body);
  if (!parsed.success || parsed.data.update !== undefined)
    throw new NotModelled('transitions that set more than a resolution');
  const target = STATUSES.find((status) => status.transitionId === parsed.data.transition?.id);
  if (!target || !holdsOnIssue(site, caller, 'TRANSITION_ISSUES', issue)) {
    throw new Refused(
      400,
      `Transition id '${parsed.data.transition?.id ?? ''}' is not valid for this issue.`,
    );
  }
  const asked = parsed.data.fields?.resolution;
  const resolution = asked && RESOLUTIONS.find((one) => one.id === asked.id || one.name === asked.name);
  if (asked && !resolution) throw new Refused(400, '', { resolution: 'The resolution selected is invalid.' });
  if (asked && target.category !== 'done') {
    throw new Refused(400, '', {
      resolution: "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown.",
    });
  }
  const done = target.category === 'done';
  const stays = statusOf(issue.statusId).category === 'done' && !asked ? issue.resolutionId : null;
  const resolutionId = done ? (resolution?.id ?? stays ?? RESOLVED_DONE) : null;
  editIssue(site, caller, issue, { statusId: target.id, resolutionId });
  return { status: 204 };
}

export function listProperties(site: Site, { caller, params }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  const self = `${site.siteUrl}/rest/api/3/issue/${issue.id}/properties/`;
  return {
    status: 200,
    body: { keys: Object.keys(issue.properties).map((key) => ({ key, self: `${self}${key}` })) },
  };
}

function propertyAsked({ params }: Asked): string {
  return params['propertyKey'] ?? '';
}

export function getProperty(site: Site, asked: Asked): Answer {
  const issue = issueAsked(site, asked.caller, asked.params['issueIdOrKey']);
  const key = propertyAsked(asked);
  const value = issue.properties[key];
  if (value === undefined)
    throw new Refused(404, `The property with key '${key}' was not found on the issue.`);
  return { status: 200, body: { key, value } };
}

export function putProperty(site: Site, asked: Asked): Answer {
  const issue = issueAsked(site, asked.caller, asked.params['issueIdOrKey']);
  need(
    site,
    asked.caller,
    issue,
    'EDIT_ISSUES',
    403,
    'You do not have permission to edit issues in this project.',
  );
  if (asked.body === undefined || asked.body === null)
    throw new Refused(400, 'The property value cannot be empty.');
  const had = setProperty(site, asked.caller, issue, propertyAsked(asked), json.parse(asked.body));
  return { status: had ? 200 : 201, body: {} };
}

export function deleteProperty(site: Site, asked: Asked): Answer {
  const issue = issueAsked(site, asked.caller, asked.params['issueIdOrKey']);
  need(
    site,
    asked.caller,
    issue,
    'EDIT_ISSUES',
    403,
    'You do not have permission to edit issues in this project.',
  );
  const key = propertyAsked(asked);
  if (!Object.hasOwn(issue.properties, key))
    throw new Refused(404, `The property with key '${key}' was not found on the issue.`);
  setProperty(site, asked.caller, issue, key, undefined);
  return { status: 204 };
}
