import type { ProjectId } from '../../../src/domain/ids';
import { placeOf } from '../../../static/app/src/boot/place';
import {
  jqlOf,
  pathOf,
  placeOfAction,
  placeOfAddress,
} from '../../../static/app/src/features/planning/planning-place';
import { documentOf, textOf } from '../../../static/app/src/features/planning/review-document';

const project = '10101' as ProjectId;
const opened = (extension: object) => placeOf({ extension });

test('an action of Jira Software opens exactly its issues', () => {
  const scrum = { project: { id: '10101', key: 'LEARN' }, board: { id: 2, type: 'scrum' } };
  const sprint = placeOfAction('sprint', opened({ ...scrum, sprint: { id: 22, state: 'future' } }));
  expect(sprint).toEqual({ kind: 'sprint', sprintId: '22', projectId: '10101' });
  expect(sprint && jqlOf(sprint)).toBe('sprint = 22 ORDER BY Rank ASC');
  const board = placeOfAction('board', opened(scrum));
  expect(board && jqlOf(board)).toBe('project = 10101 AND sprint in openSprints() ORDER BY Rank ASC');
  const backlog = placeOfAction('backlog', opened(scrum));
  expect(backlog && jqlOf(backlog)).toBe(
    'project = 10101 AND statusCategory != Done AND (sprint is EMPTY OR sprint not in openSprints()) ORDER BY Rank ASC',
  );
  const kanban = placeOfAction('board', opened({ ...scrum, board: { id: 2, type: 'kanban' } }));
  expect(kanban && jqlOf(kanban)).toBe('project = 10101 AND statusCategory != Done ORDER BY Rank ASC');
});

test('what Jira leaves out or garbles opens nothing', () => {
  expect(placeOfAction('sprint', opened({ sprint: { id: '22 OR project = SECRET' } }))).toBeNull();
  expect(placeOfAction('board', opened({ board: { id: 2 } }))).toBeNull();
});

test('the address of a review leads back to it, and a garbled one to its project', () => {
  const places = [
    { kind: 'sprint', sprintId: '22', projectId: project },
    { kind: 'backlog', hasSprints: true, projectId: project },
    { kind: 'project', projectId: project },
  ] as const;
  for (const place of places) {
    const query = new URLSearchParams(pathOf(place).split('?')[1]);
    expect(placeOfAddress(query, null)).toEqual(place);
  }
  expect(placeOfAddress(new URLSearchParams('of=sprint&sprint=x'), project)).toEqual({
    kind: 'project',
    projectId: project,
  });
  expect(placeOfAddress(new URLSearchParams(), null)).toBeNull();
});

test('the result is the same as text and as a document', () => {
  const parts = [{ heading: 'Decided', lines: ['KR-1: stopped', 'KR-2: kept'] }];
  expect(textOf('Planning', parts, 'https://site/x')).toBe(
    'Planning\n\nDecided\n- KR-1: stopped\n- KR-2: kept\n\nhttps://site/x',
  );
  expect(documentOf(parts, null).content).toMatchObject([
    { type: 'heading', content: [{ text: 'Decided' }] },
    {
      type: 'bulletList',
      content: [
        { content: [{ content: [{ text: 'KR-1: stopped' }] }] },
        { content: [{ content: [{ text: 'KR-2: kept' }] }] },
      ],
    },
  ]);
});
