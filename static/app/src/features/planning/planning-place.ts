import { isJiraId, type ProjectId } from '../../../../../src/domain/ids';
import type { Place } from '../../boot/place';

/** What is planned: exactly these issues are on the table. */
export type PlanningPlace =
  | { kind: 'sprint'; sprintId: string; projectId: ProjectId | null }
  | { kind: 'board' | 'backlog'; hasSprints: boolean; projectId: ProjectId }
  | { kind: 'project'; projectId: ProjectId };

/** The place an action of Jira Software was opened from; null where Jira says too little of it. */
export function placeOfAction(kind: 'sprint' | 'board' | 'backlog', at: Place): PlanningPlace | null {
  const projectId = at.project?.id ?? null;
  if (kind === 'sprint') return at.sprint && { kind, sprintId: at.sprint.id, projectId };
  return projectId && { kind, hasSprints: at.board?.type === 'scrum', projectId };
}

/**
 * The issues of a place, as JQL. A board's own filter is not to be read with the permissions Waymark asks for, so its project
 * stands for it: a scrum board shows the open sprints, its backlog what is in none of them, any other board what is not done.
 */
export function jqlOf(place: PlanningPlace): string {
  switch (place.kind) {
    case 'sprint':
      return `sprint = ${place.sprintId} ORDER BY Rank ASC`;
    case 'board':
      return place.hasSprints
        ? `project = ${place.projectId} AND sprint in openSprints() ORDER BY Rank ASC`
        : `project = ${place.projectId} AND statusCategory != Done ORDER BY Rank ASC`;
    case 'backlog':
      return place.hasSprints
        ? `project = ${place.projectId} AND statusCategory != Done AND (sprint is EMPTY OR sprint not in openSprints()) ORDER BY Rank ASC`
        : `project = ${place.projectId} AND statusCategory = "To Do" ORDER BY Rank ASC`;
    case 'project':
      return `project = ${place.projectId} AND statusCategory != Done ORDER BY created DESC`;
  }
}

/** The route of a place's review, to be shared. */
export function pathOf(place: PlanningPlace): string {
  const query = new URLSearchParams({ of: place.kind });
  if (place.projectId !== null) query.set('project', place.projectId);
  if (place.kind === 'sprint') query.set('sprint', place.sprintId);
  if (place.kind === 'board' || place.kind === 'backlog') query.set('sprints', String(place.hasSprints));
  return `/planning?${query.toString()}`;
}

/** The place an address names, else the project it stands in; null: a project is still to be chosen. */
export function placeOfAddress(query: URLSearchParams, here: ProjectId | null): PlanningPlace | null {
  const named = query.get('project');
  const projectId = isJiraId<'project'>(named) ? named : here;
  const of = query.get('of');
  const sprintId = query.get('sprint');
  if (of === 'sprint' && sprintId !== null && /^[0-9]{1,19}$/.test(sprintId)) {
    return { kind: 'sprint', sprintId, projectId };
  }
  if (projectId === null) return null;
  if (of === 'board' || of === 'backlog') {
    return { kind: of, hasSprints: query.get('sprints') === 'true', projectId };
  }
  return { kind: 'project', projectId };
}
