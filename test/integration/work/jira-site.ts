/** An installation with Jira beside it: the local Jira service over HTTP, behind the real @forge/api. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { z } from 'zod';
import { AS_HEADER, type ProductEvent } from '../../../local/contracts';
import { createClock } from '../../../local/control/clock';
import { createProductDoor } from '../../../local/forge/product-door';
import { STATUSES } from '../../../local/site/catalogue';
import { registerProducts } from '../../../local/site/register';
import { jira } from '../../../src/atlassian/jira';
import type { AccountId, IssueId, ProjectId } from '../../../src/domain/ids';
import { answerFunction } from '../../../src/usecases/jql/answer-function';
import type { Upkeep } from '../../../src/usecases/work/keep-issues';
import type { Dependencies } from '../../../src/usecases/dependencies';
import { openInstallation, type Installation } from '../../builders/installation';

/** People of the local site: Marta administers Jira; Jonas works in LEARN and cannot see TRUST. */
export const marta = '712020:6f0d2b1e-3c58-4f6a-9a47-0b1f5a7d1c01' as AccountId;
export const priya = '712020:2a9be7c4-71d3-4c0e-8f52-9d3e6b8a2c02' as AccountId;
export const jonas = '712020:e41f7a92-5b2d-47c8-a6d3-8e0b1c4f4c04' as AccountId;

const jqlPayload = z.object({
  clause: z.object({
    functionName: z.string(),
    field: z.string(),
    operator: z.string(),
    arguments: z.array(z.string()),
  }),
});

export type TransitionTo = 'To Do' | 'In Progress' | 'Done' | "Won't Do";
const transitions = { 'To Do': '11', 'In Progress': '21', Done: '41', "Won't Do": '41' };

const outbox = z.object({
  mails: z.array(
    z.object({
      id: z.string(),
      issueKey: z.string(),
      to: z.object({ accountId: z.string() }),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
    }),
  ),
});
export type TestMail = Pick<
  z.infer<typeof outbox>['mails'][number],
  'issueKey' | 'subject' | 'text' | 'html'
>;

export type JiraSite = Omit<Installation, 'as'> & {
  /** What use cases take for this person; Jira is asked as them. */
  as(person: AccountId): Dependencies;
  /** What the app's own upkeep takes. */
  upkeep(): Upkeep;
  createIssue(
    kind: 'Epic' | 'Story' | 'Sub-task',
    in_: { project?: string; parent?: IssueId; by?: AccountId },
  ): Promise<IssueId>;
  /** Ids a search finds, ascending; throws with Jira's sentence when it refuses. */
  search(by: AccountId, jql: string): Promise<IssueId[]>;
  move(issue: IssueId, to: TransitionTo): Promise<void>;
  edit(issue: IssueId, fields: object): Promise<void>;
  /** `as`: what its status is in the other project; as it was when not said. */
  moveToProject(issue: IssueId, project: string, as?: TransitionTo): Promise<void>;
  deleteIssue(issue: IssueId): Promise<void>;
  deleteProject(key: string): Promise<void>;
  /** Somebody closes their Atlassian account. */
  closeAccount(person: AccountId): Promise<void>;
  projectId(key: string): Promise<ProjectId>;
  property(issue: IssueId): unknown;
  /** What Jira sent this person since it was last asked, the oldest first. */
  takeMails(to: AccountId): Promise<TestMail[]>;
  /** Events Jira sent, oldest first; emptied by reading. */
  takeEvents(): ProductEvent[];
  /** Jira requests of the app while `act` ran, as `POST /rest/…`. */
  requests(act: () => Promise<unknown>): Promise<string[]>;
  /** Lets the site's time pass. */
  setNow(at: string): void;
  /** What Jira said that does not fit Atlassian's documents. */
  problems: string[];
};

type ForgeGlobals = {
  __forge_fetch__?: (meta: Record<string, unknown>, path: string, init?: RequestInit) => Promise<Response>;
  __forge_runtime__?: Record<string, unknown>;
};

/** Opens both, empty of OKRs, with the sample company's issues in Jira. */
export async function openJiraSite(): Promise<JiraSite> {
  const installation = await openInstallation({ jira });
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-jira-'));
  const clock = createClock();
  clock.set(new Date(installation.now()), true);
  const app = fastify();
  const events: ProductEvent[] = [];
  const problems: string[] = [];
  const recorder = {
    record: () => undefined,
    problem: (message: string) => void problems.push(message),
    mark: () => 0,
    since: () => [],
  };
  const products = registerProducts(app, {
    dataDir,
    fresh: true,
    siteUrl: 'http://127.0.0.1',
    clock,
    emit: (event) => void events.push(event),
    callJqlFunction: async (_module, payload) => {
      asking = null;
      const { clause } = jqlPayload.parse(payload);
      return answerFunction({ ...installation.repositories, jira, now: installation.now() }, clause);
    },
    recorder,
  });
  const siteUrl = await app.listen({ host: '127.0.0.1', port: 0 });

  let asking: AccountId | null = null;
  const sent: string[] = [];
  const taken = new Set<string>();
  const product = createProductDoor({ siteUrl, faults: installation.faults });
  const forge: ForgeGlobals & typeof globalThis = globalThis;
  const sqlDoor = forge.__forge_fetch__;
  forge.__forge_runtime__ = {
    ...forge.__forge_runtime__,
    appContext: { appId: '3f0c7b52-8a5e-4d0e-9c55-6a1f27d3b9e4', environmentId: 'e1' },
  };
  forge.__forge_fetch__ = async (meta, path, init = {}) => {
    if (meta['type'] === 'sql') {
      if (!sqlDoor) throw new Error('no door to the database');
      return sqlDoor(meta, path, init);
    }
    const method = init.method ?? 'GET';
    sent.push(`${method} ${path}`);
    const headers = Object.entries((init.headers ?? {}) as Record<string, string>);
    const body = typeof init.body === 'string' ? init.body : null;
    const platformMeta = JSON.parse(JSON.stringify(meta)) as Record<string, string>;
    return product(
      { meta: platformMeta, path, method, headers, body },
      { invocationId: 'test', accountId: asking },
    );
  };

  async function rest(by: AccountId, method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${siteUrl}${path}`, {
      method,
      headers: { [AS_HEADER]: `user:${by}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
    return answer === '' ? null : JSON.parse(answer);
  }

  return {
    ...installation,
    problems,
    as: (person) => {
      asking = person;
      return { ...installation.as(person), jira };
    },
    upkeep: () => {
      asking = null;
      return { ...installation.repositories, jira, now: installation.now() };
    },
    search: async (by, jql) => {
      const body = { jql, fields: ['id'], maxResults: 5000 };
      const { issues } = (await rest(by, 'POST', '/rest/api/3/search/jql', body)) as {
        issues: { id: IssueId }[];
      };
      return issues.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
    },
    createIssue: async (kind, { project = 'GROW', parent, by = marta }) => {
      const fields = {
        project: { key: project },
        issuetype: { name: kind },
        summary: `${kind} of a test`,
        ...(parent && { parent: { id: parent } }),
      };
      const created = await rest(by, 'POST', '/rest/api/3/issue', { fields });
      return (created as { id: IssueId }).id;
    },
    move: async (issue, to) => {
      const resolution = to === 'Done' || to === "Won't Do" ? { fields: { resolution: { name: to } } } : {};
      await rest(marta, 'POST', `/rest/api/3/issue/${issue}/transitions`, {
        transition: { id: transitions[to] },
        ...resolution,
      });
    },
    edit: async (issue, fields) => {
      await rest(marta, 'PUT', `/rest/api/3/issue/${issue}`, { fields });
    },
    moveToProject: async (issue, project, as) => {
      const status = STATUSES.find(({ name }) => name === as)?.id;
      await rest(marta, 'POST', `/_site/issues/${issue}/move`, { project, ...(status && { status }) });
    },
    deleteIssue: async (issue) => {
      await rest(marta, 'DELETE', `/rest/api/3/issue/${issue}?deleteSubtasks=true`);
    },
    deleteProject: async (key) => {
      await rest(marta, 'DELETE', `/rest/api/3/project/${key}?enableUndo=false`);
    },
    closeAccount: async (person) => {
      await rest(marta, 'POST', `/_site/people/${person}`, { closed: true });
    },
    projectId: async (key) =>
      ((await rest(marta, 'GET', `/rest/api/3/project/${key}`)) as { id: ProjectId }).id,
    property: (issue) => products.issueProperty(issue, 'waymark'),
    takeMails: async (to) => {
      const { mails } = outbox.parse(await (await fetch(`${siteUrl}/_local/mail`)).json());
      const fresh = mails.filter(({ id, to: { accountId } }) => accountId === to && !taken.has(id)).reverse();
      for (const { id } of fresh) taken.add(id);
      return fresh.map(({ issueKey, subject, text, html }) => ({ issueKey, subject, text, html }));
    },
    takeEvents: () => events.splice(0),
    requests: async (act) => {
      const before = sent.length;
      await act();
      return sent.slice(before);
    },
    setNow: (at) => {
      installation.setNow(at);
      clock.set(new Date(at), true);
    },
    close: async () => {
      await app.close();
      await products.stop();
      rmSync(dataDir, { recursive: true, force: true });
      await installation.close();
    },
  };
}
