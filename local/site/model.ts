/** What the Jira and Confluence services know, as kept in `<dataDir>/site.json`. Times are epoch milliseconds. */
import { z } from 'zod';
import type { Json } from '../contracts';

export const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
);

const user = z.object({
  accountId: z.string(),
  accountType: z.enum(['atlassian', 'app']),
  displayName: z.string(),
  email: z.string(),
  /** Who they are on this site, for the person switcher; empty for those nobody switches to. */
  role: z.string(),
  description: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  avatarColor: z.string(),
  active: z.boolean(),
  /** The account was closed: nobody can have it again, and Atlassian tells apps to erase what they keep of it. */
  closed: z.boolean().default(false),
  groups: z.array(z.string()),
});

/** `group:<name>` or `user:<accountId>`. */
const actor = z.string();

const project = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  leadId: z.string(),
  avatarColor: z.string(),
  lastNumber: z.number(),
  roles: z.object({ administrators: z.array(actor), members: z.array(actor), viewers: z.array(actor) }),
});

const change = z.object({
  field: z.string(),
  /** Absent where Jira leaves it out (IssueParentAssociation). */
  fieldId: z.string().optional(),
  fieldtype: z.enum(['jira', 'custom']),
  from: z.string().nullable(),
  fromText: z.string().nullable(),
  to: z.string().nullable(),
  toText: z.string().nullable(),
});

const history = z.object({
  id: z.string(),
  authorId: z.string(),
  created: z.number(),
  changes: z.array(change),
});

const comment = z.object({
  id: z.string(),
  authorId: z.string(),
  created: z.number(),
  /** Atlassian Document Format. */
  body: json,
});

const issue = z.object({
  id: z.string(),
  key: z.string(),
  projectId: z.string(),
  /** Keys it had before it was moved; they still find it. */
  formerKeys: z.array(z.string()),
  typeId: z.string(),
  summary: z.string(),
  description: json,
  statusId: z.string(),
  resolutionId: z.string().nullable(),
  priorityId: z.string(),
  assigneeId: z.string().nullable(),
  reporterId: z.string(),
  creatorId: z.string(),
  labels: z.array(z.string()),
  parentId: z.string().nullable(),
  storyPoints: z.number().nullable(),
  originalEstimate: z.number().nullable(),
  remainingEstimate: z.number().nullable(),
  timeSpent: z.number().nullable(),
  dueDate: z.string().nullable(),
  sprintIds: z.array(z.number()),
  securityLevelId: z.string().nullable(),
  created: z.number(),
  updated: z.number(),
  resolved: z.number().nullable(),
  statusChanged: z.number(),
  properties: z.record(z.string(), json),
  histories: z.array(history),
  /** Oldest first. Sites kept before there were any have none. */
  comments: z.array(comment).default([]),
});

const board = z.object({ id: z.number(), name: z.string(), projectId: z.string() });

const sprint = z.object({
  id: z.number(),
  boardId: z.number(),
  name: z.string(),
  goal: z.string(),
  state: z.enum(['active', 'closed', 'future']),
  startDate: z.number().nullable(),
  endDate: z.number().nullable(),
  completeDate: z.number().nullable(),
});

const space = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  authorId: z.string(),
  created: z.number(),
  homepageId: z.string(),
  viewers: z.array(actor),
});

const pageVersion = z.object({
  number: z.number(),
  message: z.string(),
  authorId: z.string(),
  created: z.number(),
  title: z.string(),
  body: z.object({ representation: z.enum(['atlas_doc_format', 'storage']), value: z.string() }),
});

const page = z.object({
  id: z.string(),
  spaceId: z.string(),
  parentId: z.string().nullable(),
  position: z.number(),
  authorId: z.string(),
  created: z.number(),
  /** Oldest first; the last one is what readers see. */
  versions: z.array(pageVersion).min(1),
});

/** A call of one of the app's JQL functions, with the JQL that stands in for it or the sentence that says why not. */
const precomputation = z.object({
  id: z.string(),
  functionKey: z.string(),
  functionName: z.string(),
  field: z.string(),
  operator: z.string(),
  arguments: z.array(z.string()),
  value: z.string().nullable(),
  error: z.string().nullable(),
  created: z.number(),
  updated: z.number(),
  used: z.number(),
});

/** An e-mail Jira would have sent. */
const mail = z.object({
  id: z.string(),
  issueId: z.string(),
  fromId: z.string(),
  toId: z.string(),
  sent: z.number(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});

export const siteState = z.object({
  format: z.literal(1),
  lastId: z.number(),
  users: z.array(user),
  projects: z.array(project),
  issues: z.array(issue),
  boards: z.array(board),
  sprints: z.array(sprint),
  spaces: z.array(space),
  pages: z.array(page),
  precomputations: z.array(precomputation).default([]),
  /** Oldest first. Sites kept before there were any have none. */
  mails: z.array(mail).default([]),
});

export type User = z.infer<typeof user>;
export type Project = z.infer<typeof project>;
export type Change = z.infer<typeof change>;
export type Comment = z.infer<typeof comment>;
export type History = z.infer<typeof history>;
export type Issue = z.infer<typeof issue>;
export type Board = z.infer<typeof board>;
export type Sprint = z.infer<typeof sprint>;
export type Space = z.infer<typeof space>;
export type Page = z.infer<typeof page>;
export type PageVersion = z.infer<typeof pageVersion>;
export type Precomputation = z.infer<typeof precomputation>;
export type Mail = z.infer<typeof mail>;
export type SiteState = z.infer<typeof siteState>;
