import type { AccountId, KeyResultId, ObjectiveId } from '../../../src/domain/ids';
import { countMissing, missingOf, type DraftedObjective } from '../../../src/domain/preparation';

const lead = 'lena' as AccountId;
const owner = 'otto' as AccountId;
const keyResult = (more = {}) => ({
  id: 'kr' as KeyResultId,
  owner,
  ownerLeft: false,
  hasTarget: true,
  hasSource: true,
  ...more,
});
const objective = (more: Partial<DraftedObjective> = {}): DraftedObjective => ({
  id: 'o' as ObjectiveId,
  owner,
  ownerLeft: false,
  hasWhy: true,
  keyResults: [keyResult()],
  ...more,
});
const lacks = (one: DraftedObjective) =>
  missingOf({ lead, objectives: [one] }).map(({ lack, owes }) => [lack, owes]);

test('a whole draft lacks nothing; a team without objectives lacks them, and its lead owes', () => {
  expect(lacks(objective())).toEqual([]);
  expect(missingOf({ lead, objectives: [] })).toEqual([
    { lack: 'objectives', objectiveId: null, keyResultId: null, owes: lead },
  ]);
  expect(missingOf({ lead: null, objectives: [] })[0]?.owes).toBeNull();
});

test('who owns it owes what it lacks; the team’s lead where nobody does', () => {
  expect(lacks(objective({ hasWhy: false, keyResults: [] }))).toEqual([
    ['why', owner],
    ['key-results', owner],
  ]);
  expect(lacks(objective({ owner: null, hasWhy: false }))).toEqual([
    ['objective-owner', lead],
    ['why', lead],
  ]);
  expect(lacks(objective({ keyResults: [keyResult({ hasTarget: false, hasSource: false })] }))).toEqual([
    ['target', owner],
    ['source', owner],
  ]);
  expect(lacks(objective({ keyResults: [keyResult({ owner: null, hasSource: false })] }))).toEqual([
    ['key-result-owner', lead],
    ['source', lead],
  ]);
});

test('an owner who left counts as none: it lacks one, and the lead owes', () => {
  expect(lacks(objective({ ownerLeft: true, hasWhy: false }))).toEqual([
    ['objective-owner', lead],
    ['why', lead],
  ]);
  expect(lacks(objective({ keyResults: [keyResult({ ownerLeft: true, hasTarget: false })] }))).toEqual([
    ['key-result-owner', lead],
    ['target', lead],
  ]);
});

test('counts leave out what is not missing', () => {
  expect(countMissing([{ lack: 'why' }, { lack: 'target' }, { lack: 'why' }])).toEqual({
    why: 2,
    target: 1,
  });
});
