import { randomUUID } from 'node:crypto';
import * as ids from '../../../src/contract/inputs';
import { localDate } from '../../../src/domain/dates';
import {
  emptyDraft,
  forgetDraft,
  isHalfTyped,
  keepDraft,
  keptDraft,
} from '../../../static/app/src/features/check-in/draft';

const friday = localDate('2026-05-15');
const monday = localDate('2026-05-18');

const id = ids.keyResultId.parse(randomUUID());

/** An empty check-in, with milestones reached so far. */
const begun = (day = friday, reached: string[] = []) => ({ ...emptyDraft(day, []), reached });

beforeEach(() => {
  const stored = new Map<string, string>();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => stored.set(name, value),
      removeItem: (name: string) => stored.delete(name),
    },
  });
});

afterEach(() => Reflect.deleteProperty(globalThis, 'localStorage'));

test('what was typed comes back; a day that nobody chose is the day it comes back on', () => {
  keepDraft(id, { ...begun(), value: '46', ask: 'Two more schools' }, begun());
  expect(isHalfTyped(id)).toBe(true);
  expect(keptDraft(id, begun(monday))).toEqual({ ...begun(monday), value: '46', ask: 'Two more schools' });
  const thursday = localDate('2026-05-14');
  keepDraft(id, { ...begun(), value: '46', day: thursday }, begun());
  expect(keptDraft(id, begun(monday))).toEqual({ ...begun(monday), value: '46', day: thursday });
});

test('ticks are half typed too, and are laid over what others recorded meanwhile', () => {
  keepDraft(id, begun(friday, ['piloted', 'signed']), begun(friday, ['piloted', 'signed']));
  expect(isHalfTyped(id)).toBe(false);
  keepDraft(id, begun(friday, ['piloted', 'opened']), begun(friday, ['piloted', 'signed']));
  expect(isHalfTyped(id)).toBe(true);
  const others = begun(friday, ['piloted', 'signed', 'staffed']);
  expect(keptDraft(id, others)?.reached).toEqual(['piloted', 'staffed', 'opened']);
});

test('nothing typed, what was forgotten and what nobody can read are no check-in', () => {
  expect(keptDraft(id, begun())).toBeNull();
  keepDraft(id, { ...begun(), evidence: ' ' }, begun());
  expect(keptDraft(id, begun())).toBeNull();
  keepDraft(id, { ...begun(), noNumber: true }, begun());
  expect(isHalfTyped(id)).toBe(true);
  forgetDraft(id);
  expect(isHalfTyped(id)).toBe(false);
  for (const broken of ['{', '7', '{"value":7,"reached":"x","taken":[1]}']) {
    localStorage.setItem(`waymark.check-in.${id}`, broken);
    expect(keptDraft(id, begun())).toBeNull();
  }
});
