import type { CycleId, KeyResultId, ObjectiveId, TeamId } from '../../../src/domain/ids';
import { readMacroConfig, writeMacroConfig, type MacroShow } from '../../../src/domain/macro-config';

const id = '0190a000-0000-7000-8000-000000000001';
const other = '0190a000-0000-7000-8000-000000000002';
const cycleId = other as CycleId;

const kept: [MacroShow, Record<string, string>][] = [
  [
    { kind: 'objective', id: id as ObjectiveId },
    { kind: 'objective', id, layout: 'compact' },
  ],
  [
    { kind: 'key-result', id: id as KeyResultId },
    { kind: 'key-result', id, layout: 'compact' },
  ],
  [
    { kind: 'cycle', id: id as CycleId },
    { kind: 'cycle', id, layout: 'compact' },
  ],
  [
    { kind: 'team', id: id as TeamId, cycleId: null },
    { kind: 'team', id, layout: 'compact' },
  ],
  [
    { kind: 'team', id: id as TeamId, cycleId },
    { kind: 'team', id, cycleId: other, layout: 'compact' },
  ],
];

test.each(kept)('%j is kept as texts, and read again', (show, texts) => {
  expect(writeMacroConfig({ show, layout: 'compact' })).toEqual(texts);
  expect(readMacroConfig(texts)).toEqual({ show, layout: 'compact' });
});

test('what does not say a layout is shown in full', () => {
  expect(readMacroConfig({ kind: 'cycle', id })?.layout).toBe('full');
  expect(readMacroConfig({ kind: 'cycle', id, layout: 'huge' })?.layout).toBe('full');
});

test.each([
  [{}],
  [{ kind: 'objective' }],
  [{ kind: 'objective', id: 'O-14' }],
  [{ kind: 'objective', id: 14 }],
  [{ kind: 'initiative', id }],
  [{ kind: 'constructor', id }],
  [{ kind: 'cycle', id: '<script>' }],
])('%j shows nothing', (config) => {
  expect(readMacroConfig(config)).toBeNull();
});

test('a team whose cycle cannot be read shows nothing, not another cycle', () => {
  expect(readMacroConfig({ kind: 'team', id, cycleId: 'last quarter' })).toBeNull();
  expect(readMacroConfig({ kind: 'team', id, cycleId: '' })?.show).toEqual({
    kind: 'team',
    id,
    cycleId: null,
  });
});
