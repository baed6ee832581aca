/** What the site's own pages need and real products offer no public REST for: `/_site/*`. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { closeAccount, reportAccounts } from '../jira/accounts';
import { moveIssue } from '../jira/changes';
import { mailsOf } from '../jira/mail';
import { found, ISSUE_TYPES, issueType, PRIORITIES, STATUSES } from './catalogue';
import { holds, holdsOnIssue, visibleIssue } from './permissions';
import { callerOf, jiraError, SIGNED_OUT, type Serving } from './serve';

/** `status`: what it is in there, as Jira's wizard asks where the other project has other statuses; else it stays. */
const moveBody = z.object({
  project: z.string(),
  status: z.enum(STATUSES.map(({ id }) => id)).optional(),
});

const activeBody = z.union([z.object({ active: z.boolean() }), z.object({ closed: z.literal(true) })]);

export function registerSitePages(app: FastifyInstance, serving: Serving): void {
  const { site, mismatches } = serving;

  app.get('/_local/mismatches', () => ({ mismatches }));

  app.get('/_local/mail', () => ({ mails: mailsOf(site) }));

  app.get('/_site/people', () =>
    site.store.state.users
      .filter((user) => user.role !== '')
      .map(({ accountId, displayName, role, description, avatarColor, locale, timeZone }) => ({
        accountId,
        displayName,
        role,
        description,
        avatarColor,
        locale,
        timeZone,
      })),
  );

  // What an administrator of the organisation does at admin.atlassian.com, when people leave and when they come back,
  // and what they do themselves when they close their account.
  app.post<{ Params: { accountId: string } }>('/_site/people/:accountId', (request, reply) => {
    const user = site.store.user(request.params.accountId);
    const body = activeBody.safeParse(request.body);
    if (!user || !body.success) {
      const message = 'There is no such person, or the body says neither "active" nor "closed": true.';
      return reply.code(404).send(jiraError(404, message));
    }
    if ('closed' in body.data) closeAccount(user);
    else if (!user.closed) user.active = body.data.active;
    site.store.changed();
    return { accountId: user.accountId, active: user.active, closed: user.closed };
  });

  app.post('/app/report-accounts', (request, reply) => {
    const { status, headers, body } = reportAccounts(site, callerOf(site, request), request.body);
    return reply.code(status).headers(headers).send(body);
  });

  app.post<{ Params: { idOrKey: string } }>('/_site/issues/:idOrKey/move', (request, reply) => {
    const caller = callerOf(site, request);
    if (!caller) return reply.code(401).send(jiraError(401, SIGNED_OUT));
    const issue = visibleIssue(site, caller, request.params.idOrKey);
    const body = moveBody.safeParse(request.body);
    const target = body.success ? site.store.project(body.data.project) : undefined;
    if (!issue || !target || !holds(caller, 'BROWSE_PROJECTS', target)) {
      return reply.code(404).send(jiraError(404, 'There is no such issue or project.'));
    }
    if (!holdsOnIssue(site, caller, 'MOVE_ISSUES', issue) || !holds(caller, 'CREATE_ISSUES', target)) {
      return reply.code(403).send(jiraError(403, `You may not move this issue to ${target.name}.`));
    }
    if (issueType(issue.typeId).level < 0) {
      return reply.code(400).send(jiraError(400, 'A sub-task moves with its parent.'));
    }
    moveIssue(site, caller, issue, target, body.data?.status);
    return { id: issue.id, key: issue.key };
  });

  app.get<{ Params: { kind: string; id: string } }>('/_site/avatar/:kind/:id', (request, reply) => {
    const { kind, id } = request.params;
    const user = kind === 'user' ? site.store.user(id) : undefined;
    const project = kind === 'project' ? site.store.project(id) : undefined;
    const name = user?.displayName ?? project?.key;
    if (name === undefined) return reply.code(404).send();
    const initials = user
      ? name
          .split(' ')
          .map((part) => part.charAt(0))
          .join('')
          .slice(0, 2)
      : name.slice(0, 2);
    const round = user ? 24 : 8;
    return reply
      .type('image/svg+xml')
      .header('cache-control', 'max-age=3600')
      .send(letters(initials, (user ?? project)?.avatarColor ?? '#44546F', round));
  });

  app.get<{ Params: { id: string } }>('/_site/icon/issuetype/:id', (request, reply) => {
    const type = ISSUE_TYPES.find((one) => one.id === request.params.id);
    if (!type) return reply.code(404).send();
    return reply.type('image/svg+xml').send(letters(type.name.charAt(0), type.color, 8));
  });

  app.get<{ Params: { id: string } }>('/_site/icon/priority/:id', (request, reply) => {
    const known = PRIORITIES.some((one) => one.id === request.params.id);
    if (!known) return reply.code(404).send();
    const { id, statusColor } = found(PRIORITIES, request.params.id, 'priority');
    const bars = Array.from(
      { length: 6 - Number(id) },
      (_, i) => `<rect x="8" y="${String(36 - i * 7)}" width="32" height="4" rx="2" fill="${statusColor}"/>`,
    );
    return reply.type('image/svg+xml').send(svg(bars.join('')));
  });

  app.get('/_site/icon/status', (_request, reply) =>
    reply.type('image/svg+xml').send(svg('<circle cx="24" cy="24" r="10" fill="#8590A2"/>')),
  );
}

function svg(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">${inside}</svg>`;
}

function letters(text: string, color: string, round: number): string {
  const label = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return svg(
    `<rect width="48" height="48" rx="${String(round)}" fill="${color}"/>` +
      `<text x="24" y="31" text-anchor="middle" font-family="system-ui,sans-serif" font-size="20" font-weight="600" fill="#fff">${label}</text>`,
  );
}
