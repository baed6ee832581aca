/**
 * Lantern, an online school: the sample company as a whole site, dated back from `now`. The same every time it is made
 * on the same day.
 */
import {
  DONE,
  IN_PROGRESS,
  IN_REVIEW,
  ISSUE_TYPES,
  MEDIUM,
  RESOLUTIONS,
  SECURITY_LEVELS,
  statusOf,
  TO_DO,
} from '../catalogue';
import type { Change, Issue, Project, SiteState, Sprint, User } from '../model';
import { atWork, planEpic, planOrdinary, chance, type Planned } from './plan';
import { readPeople, readProjects, readSpaces, type ProjectFile } from './read';
import { makeSpaces } from './spaces';

const WEEK = 7 * 24 * 60 * 60 * 1_000;

const RESOLUTION_OF = { D: '10020', W: '10021', X: '10022' } as const;
const SECONDS_PER_POINT = 4 * 3_600;

interface Draft {
  readonly issue: Issue;
  readonly moves: readonly { readonly at: number; readonly to: string; readonly resolution?: string }[];
}

/** An account that stands for the app itself. */
export const APP_ACCOUNT = '712020:00000000-5a11-4e0d-9b6f-77617973616d';

function typeId(name: string): string {
  const type = ISSUE_TYPES.find((one) => one.name === name);
  if (!type) throw new Error(`The site has no issue type ${name}.`);
  return type.id;
}

export function makeCompany(now: number): SiteState {
  let lastId = 10_200;
  const nextId = () => ++lastId;
  const people = readPeople();
  const idOf = (name: string): string => {
    const person = people.find((one) => one.name === name);
    if (!person) throw new Error(`Nobody at Lantern is called ${name}.`);
    return person.id;
  };
  const users: User[] = people.map((one) => ({
    accountId: one.id,
    accountType: 'atlassian',
    displayName: one.name,
    email: `${one.name.toLowerCase().replace(/[^a-z]+/g, '.')}@lantern.example`,
    role: one.role,
    description: one.description,
    locale: one.locale,
    timeZone: one.zone,
    avatarColor: one.color,
    active: true,
    closed: false,
    groups: ['lantern-staff', ...one.groups],
  }));
  users.push({
    accountId: APP_ACCOUNT,
    accountType: 'app',
    displayName: 'Waymark',
    email: '',
    role: '',
    description: '',
    locale: 'en-US',
    timeZone: 'Etc/UTC',
    avatarColor: '#44546F',
    active: true,
    closed: false,
    groups: [],
  });

  const state: SiteState = {
    format: 1,
    lastId: 0,
    users,
    projects: [],
    issues: [],
    boards: [],
    sprints: [],
    spaces: [],
    precomputations: [],
    mails: [],
    pages: [],
  };

  for (const [index, file] of readProjects().entries()) {
    const project = makeProject(file, idOf);
    const boardId = index + 1;
    const sprints = makeSprints(file, boardId, now);
    const drafts = makeIssues(file, project, idOf, nextId, now);
    drafts.sort((a, b) => a.issue.created - b.issue.created);
    for (const draft of drafts) {
      project.lastNumber += 1;
      draft.issue.key = `${project.key}-${String(project.lastNumber)}`;
      play(draft, nextId);
      draft.issue.sprintIds = sprintsOf(draft, sprints);
      state.issues.push(draft.issue);
    }
    state.projects.push(project);
    state.boards.push({ id: boardId, name: `${file.key} board`, projectId: project.id });
    state.sprints.push(...sprints);
  }
  Object.assign(state, makeSpaces(readSpaces(), idOf, nextId, now));
  state.lastId = lastId;
  return state;
}

function makeProject(file: ProjectFile, idOf: (name: string) => string): Project {
  const actor = (name: string) => (name.startsWith('group:') ? name : `user:${idOf(name)}`);
  return {
    id: file.id,
    key: file.key,
    name: file.name,
    description: file.description,
    leadId: idOf(file.lead),
    avatarColor: file.color,
    lastNumber: 0,
    roles: {
      administrators: file.administrators.map(actor),
      members: file.members.map(actor),
      viewers: file.viewers.map(actor),
    },
  };
}

/** Two-week sprints: one behind, one under way, one ahead. */
function makeSprints(file: ProjectFile, boardId: number, now: number): Sprint[] {
  const goals = ['Finish what is nearly done', 'Fewer things at a time', 'Decide after the review'];
  return (['closed', 'active', 'future'] as const).map((sprintState, i) => {
    const start = now - 3 * WEEK + i * 2 * WEEK;
    return {
      id: boardId * 10 + i,
      boardId,
      name: `${file.key} sprint ${String(14 + i)}`,
      goal: goals[i] ?? '',
      state: sprintState,
      startDate: sprintState === 'future' ? null : start,
      endDate: sprintState === 'future' ? null : start + 2 * WEEK,
      completeDate: sprintState === 'closed' ? start + 2 * WEEK : null,
    };
  });
}

function makeIssues(
  file: ProjectFile,
  project: Project,
  idOf: (name: string) => string,
  nextId: () => number,
  now: number,
): Draft[] {
  const team = file.team.map(idOf);
  const lead = idOf(file.lead);
  const at = (weeks: number) => Math.min(now, Math.round(atWork(now - weeks * WEEK)));
  const who = (words: string) => team[Math.floor(chance(words) * team.length)] ?? lead;

  function blank(summary: string, type: string, created: number): Issue {
    return {
      id: String(nextId()),
      key: '',
      projectId: project.id,
      formerKeys: [],
      typeId: typeId(type),
      summary,
      description: null,
      statusId: TO_DO,
      resolutionId: null,
      priorityId: type === 'Bug' ? '2' : MEDIUM,
      assigneeId: null,
      reporterId: who(`${summary} reporter`),
      creatorId: who(`${summary} reporter`),
      labels: [],
      parentId: null,
      storyPoints: null,
      originalEstimate: null,
      remainingEstimate: null,
      timeSpent: null,
      dueDate: null,
      sprintIds: [],
      securityLevelId: null,
      created: at(created),
      updated: at(created),
      resolved: null,
      statusChanged: at(created),
      properties: {},
      histories: [],
      comments: [],
    };
  }

  function drafted(plan: Planned, parentId: string | null): Draft[] {
    const { item, created, started, reviewed, ended } = plan;
    const issue = blank(item.summary, item.kind, created);
    issue.parentId = parentId;
    issue.storyPoints = item.points;
    issue.originalEstimate = item.points * SECONDS_PER_POINT;
    issue.remainingEstimate = item.state === 'D' ? 0 : issue.originalEstimate;
    if (item.state !== 'T') issue.assigneeId = who(item.summary);
    const resolution =
      item.state === 'D' || item.state === 'W' || item.state === 'X' ? RESOLUTION_OF[item.state] : undefined;
    const moves = [
      ...(started === null ? [] : [{ at: at(started), to: IN_PROGRESS }]),
      ...(reviewed === null ? [] : [{ at: at(reviewed), to: IN_REVIEW }]),
      ...(ended === null || resolution === undefined ? [] : [{ at: at(ended), to: DONE, resolution }]),
    ];
    const subtasks = item.subtasks.map((summary, i): Draft => {
      const part = blank(summary, 'Sub-task', created - 0.02 * (i + 1));
      part.parentId = issue.id;
      part.assigneeId = issue.assigneeId;
      const done = item.state === 'D' || i === 0;
      const closed =
        started !== null && done ? at(Math.max(started - 0.2 * (i + 1), (ended ?? 0.1) + 0.05)) : null;
      return {
        issue: part,
        moves: closed === null ? [] : [{ at: closed, to: DONE, resolution: RESOLUTION_OF.D }],
      };
    });
    return [{ issue, moves }, ...subtasks];
  }

  const epics = file.epics.flatMap((epic): Draft[] => {
    const [first, last] = epic.weeks;
    const issue = blank(epic.summary, 'Epic', first + 1.5);
    issue.description = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: epic.why }] }],
    };
    issue.labels = ['waymark-sample', `sample-${epic.slug}`];
    issue.reporterId = lead;
    issue.creatorId = lead;
    issue.assigneeId = who(epic.slug);
    const moves = [
      ...(epic.state === 'todo' ? [] : [{ at: at(first), to: IN_PROGRESS }]),
      ...(epic.state === 'done' ? [{ at: at(last - 0.04), to: DONE, resolution: RESOLUTION_OF.D }] : []),
    ];
    return [{ issue, moves }, ...planEpic(epic).flatMap((plan) => drafted(plan, issue.id))];
  });
  const ordinary = planOrdinary(file.ordinary).flatMap((plan) => drafted(plan, null));
  for (const { issue } of ordinary) if (issue.typeId === typeId('Task')) issue.labels = ['sample-run-work'];
  const investigations = planOrdinary(file.investigations).flatMap((plan) => drafted(plan, null));
  for (const { issue } of investigations) issue.securityLevelId = SECURITY_LEVELS[0].id;
  return [...epics, ...ordinary, ...investigations];
}

/** Plays an issue's moves into its changelog, as a person would have made them. */
function play({ issue, moves }: Draft, nextId: () => number): void {
  for (const move of moves) {
    const [from, to] = [statusOf(issue.statusId), statusOf(move.to)];
    const changes: Change[] = [
      {
        field: 'status',
        fieldId: 'status',
        fieldtype: 'jira',
        from: from.id,
        fromText: from.name,
        to: to.id,
        toText: to.name,
      },
    ];
    if (move.resolution !== undefined) {
      const name = RESOLUTIONS.find((one) => one.id === move.resolution)?.name ?? null;
      changes.unshift({
        field: 'resolution',
        fieldId: 'resolution',
        fieldtype: 'jira',
        from: null,
        fromText: null,
        to: move.resolution,
        toText: name,
      });
      issue.resolutionId = move.resolution;
      issue.resolved = move.at;
    }
    issue.statusId = to.id;
    if (from.category !== to.category) issue.statusChanged = move.at;
    issue.updated = move.at;
    issue.histories.push({
      id: String(nextId()),
      authorId: issue.assigneeId ?? issue.creatorId,
      created: move.at,
      changes,
    });
  }
}

/** Work finished during a sprint was in it; work under way is in the running one; some of the rest is picked for the next. */
function sprintsOf({ issue }: Draft, sprints: readonly Sprint[]): number[] {
  const [closed, active, future] = sprints;
  if (!closed || !active || !future || issue.typeId === typeId('Epic') || issue.typeId === typeId('Sub-task'))
    return [];
  const done = issue.statusId === DONE;
  if (done && issue.resolved !== null) {
    const sprint = [closed, active].find(
      (one) => (issue.resolved ?? 0) >= (one.startDate ?? 0) && (issue.resolved ?? 0) <= (one.endDate ?? 0),
    );
    return sprint ? [sprint.id] : [];
  }
  if (issue.statusId !== TO_DO) return [active.id];
  const lot = chance(issue.summary);
  if (lot < 0.15) return [active.id];
  return lot < 0.4 ? [future.id] : [];
}
