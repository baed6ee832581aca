import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectiveReading } from '../../../src/contract/readings';
import type { CheckIn } from '../../../src/domain/check-in';
import { localDate } from '../../../src/domain/dates';
import { isUuid, type CycleId, type IssueId, type ProjectId, type TeamId } from '../../../src/domain/ids';
import type { FoundDocument } from '../../../static/app/src/features/import/document';
import { draftOf, type ImportDraft } from '../../../static/app/src/features/import/draft';
import { faultsOf, planOf, type Step } from '../../../static/app/src/features/import/plan';
import { readMarkdown } from '../../../static/app/src/features/import/read-markdown';

const source = readFileSync(join(__dirname, '../../fixtures/reading-room-okrs.md'), 'utf8');
const teamId = '0197a000-0000-7000-8000-000000000001' as TeamId;
const cycleId = '0197a000-0000-7000-8000-000000000002' as CycleId;
const cycle = { startsOn: localDate('2026-07-01'), endsOn: localDate('2026-09-30') };
const wrap = {
  name: (name: string) => `In the document: ${name}`,
  owner: (name: string) => `Owner: ${name}`,
};

function documentOf(text: string): FoundDocument {
  const reading = readMarkdown(text);
  if (!reading.ok) throw new Error(reading.message);
  return reading.document;
}

/** The fixture as a person would leave it: what names no key result placed, new issues in one project. */
function ready(document: FoundDocument): ImportDraft {
  const draft = draftOf(document, cycle, localDate('2026-07-02'), 'en', wrap);
  const initiatives = new Map(draft.initiatives);
  for (const { keyResults, initiatives: found } of document.objectives) {
    for (const { path, serves } of found) {
      const before = initiatives.get(path);
      if (before && serves.length === 0)
        initiatives.set(path, { ...before, serves: [keyResults[0]?.path ?? ''] });
    }
  }
  const newIssues = { projectId: '10001' as ProjectId, typeId: '10000' };
  return { ...draft, initiatives, newIssues };
}

function asked(existing: readonly ObjectiveReading[] = [], document = documentOf(source)) {
  return {
    document,
    draft: ready(document),
    place: { teamId, cycleId },
    existing,
    locale: 'en',
    today: localDate('2026-07-01'),
  };
}

const noCheckIns: CheckIn[] = [];

/** What a site holds after these steps, as far as an import looks at it. */
function after(steps: Step[]): ObjectiveReading[] {
  const objectives = steps.filter((step) => step.kind === 'objective');
  return objectives.map(
    (objective) =>
      ({
        id: objective.id,
        title: objective.title,
        keyResults: steps
          .filter((step) => step.kind === 'key-result' && step.objectiveId === objective.id)
          .map((keyResult) => ({
            id: keyResult.id,
            title: keyResult.title,
            checkIns: noCheckIns,
            initiatives: steps
              .filter((step) => step.kind === 'initiative' && step.keyResultId === keyResult.id)
              .map(({ id }) => ({ id, issueId: '20001' as IssueId })),
          })),
      }) as ObjectiveReading,
  );
}

const namesOf = (steps: Step[]) => steps.map(({ kind, title }) => `${kind}: ${title}`);

describe('the plan of an import', () => {
  test('makes each objective, then its key results, then its initiatives for each key result they serve', () => {
    expect(namesOf(planOf(asked()))).toEqual([
      'objective: Young readers come back on their own.',
      'key-result: Children under 12 borrow 900 books a month without a school list.',
      'key-result: An afternoon visit lasts 40 minutes.',
      'key-result: Three of four visitors come back within four weeks.',
      'initiative: Shelf of the week',
      'initiative: Sofas by the window',
      'initiative: Sofas by the window',
      'initiative: Story hour on Saturdays',
      'objective: The catalogue answers in time.',
      'key-result: Searches that find nothing fall from 30 % to 10 %.',
      'key-result: Half of all searches take less than two seconds.',
      'initiative: Synonyms for subjects',
      'initiative: A faster index',
      'objective: The new wing opens.',
      'key-result: The new wing has opened its doors.',
    ]);
  });

  test('gives every step an id that follows from place and document alone', () => {
    const ids = planOf(asked()).map(({ id }) => id);
    expect(planOf(asked()).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => isUuid(id))).toBe(true);
    // Worked out once with Python's uuid.uuid5; it must never change, or a second import would double everything.
    expect(ids[0]).toBe('6ecbf083-d95f-5888-ae24-ff882a7861ef');
    const elsewhere = {
      ...asked(),
      place: { teamId, cycleId: '0197a000-0000-7000-8000-000000000003' as CycleId },
    };
    expect(planOf(elsewhere).some(({ id }) => ids.includes(id))).toBe(false);
  });

  test('an initiative that serves two key results is one Jira issue', () => {
    const sofas = planOf(asked()).filter(({ title }) => title === 'Sofas by the window');
    const labels = sofas.map((step) =>
      step.kind === 'initiative' && step.issue.kind === 'new' ? step.issue.issue.label : '',
    );
    expect(labels).toHaveLength(2);
    expect(labels[0]).toMatch(/^waymark-[0-9a-f]{8}$/);
    expect(labels[1]).toBe(labels[0]);
  });

  test('finds everything there when the same document is imported again, placed by hand or not', () => {
    const existing = after(planOf(asked()));
    const document = documentOf(source);
    const untouched = draftOf(document, cycle, localDate('2026-07-02'), 'en', wrap);
    const again = { ...asked(existing), draft: untouched };
    expect(planOf(again).filter(({ there }) => !there)).toEqual([]);
    expect(planOf(again)).toHaveLength(15);
    expect(faultsOf(again).size).toBe(0);
  });

  test('after an import that stopped half-way, makes the rest', () => {
    const all = planOf(asked());
    const rest = planOf(asked(after(all.slice(0, 7)))).filter(({ there }) => !there);
    expect(namesOf(rest)).toEqual(namesOf(all).slice(7));
  });

  test('leaves an initiative where an earlier import put it, and reuses its issue for one more key result', () => {
    const existing = after(planOf(asked()).slice(0, 6));
    const sofas = 'young-readers-come-back-on-their-own/initiatives/sofas-by-the-window';
    const stepsOf = (draft: ImportDraft) =>
      planOf({ ...asked(existing), draft }).filter(({ title }) => title === 'Sofas by the window');
    const { draft } = asked();
    expect(stepsOf(draft).map(({ there }) => there)).toEqual([true]);

    const one = draft.initiatives.get(sofas);
    if (!one) throw new Error('no sofas');
    const above = 'young-readers-come-back-on-their-own';
    const both = { ...one, serves: [`${above}/stay-is-longer`, `${above}/stay-is-likely`] };
    const placed = { ...draft, initiatives: new Map([...draft.initiatives, [sofas, both]]) };
    expect(stepsOf(placed)).toMatchObject([
      { there: true },
      { there: false, issue: { kind: 'known', issueId: '20001' } },
    ]);
  });

  test('says what still needs a person: initiatives without a place, and a project for new issues', () => {
    const document = documentOf(source);
    const draft = draftOf(document, cycle, localDate('2026-07-02'), 'en', wrap);
    expect([...faultsOf({ ...asked(), draft }).values()].toSorted()).toEqual([
      'no-target',
      'no-target',
      'unplaced',
      'unplaced',
      'unplaced',
    ]);
    expect(faultsOf(asked()).size).toBe(0);
  });

  test('leaves out what the person leaves out', () => {
    const base = asked();
    const initiatives = new Map(
      [...base.draft.initiatives].map(([path, one]) => [
        path,
        { ...one, issue: { kind: 'leave-out' } as const },
      ]),
    );
    const steps = planOf({ ...base, draft: { ...base.draft, initiatives } });
    expect(steps.filter(({ kind }) => kind === 'initiative')).toEqual([]);
  });
});

describe('the draft of a document', () => {
  const draft = draftOf(documentOf(source), cycle, localDate('2026-07-02'), 'en', wrap);
  const above = 'young-readers-come-back-on-their-own';

  test('takes the sentence as title, keeps the name, and is not measurable until the cycle’s first third is over', () => {
    expect(draft.keyResults.get(`${above}/borrow`)).toMatchObject({
      title: 'Children under 12 borrow 900 books a month without a school list.',
      definition: 'In the document: P0: Borrow\n\nCounted at the desk; school classes are left out.',
      metric: 'not-measurable-yet',
      findBy: '2026-07-31',
      startsOn: '2026-07-01',
      dueOn: '2026-09-30',
    });
  });

  test('fills in the numbers a sentence says', () => {
    const path = 'the-catalogue-answers-in-time/searches-that-find-nothing-fall-from-30-to-10';
    expect(draft.keyResults.get(path)).toMatchObject({
      metric: 'decrease',
      start: '30',
      target: '10',
      unit: 'percent',
    });
  });

  test('shortens a title that is too long, visibly, and keeps all of it in the definition', () => {
    const long = `${'word '.repeat(60)}end`;
    const document = documentOf(`## Objective: A\n### Key Results\n* ${long}\n`);
    const [keyResult] = draftOf(document, cycle, localDate('2026-07-02'), 'en', wrap).keyResults.values();
    // 50 words of four letters and the 49 spaces between them are 249 characters; one more word would fit no ellipsis.
    expect(keyResult?.title).toBe(`${Array(50).fill('word').join(' ')}…`);
    expect(keyResult?.definition).toBe(long);
  });

  test('late in a cycle the number is to be found in two weeks, or by the cycle’s end', () => {
    const find = (today: string) =>
      [...draftOf(documentOf(source), cycle, localDate(today), 'en', wrap).keyResults.values()][0]?.findBy;
    expect(find('2026-08-20')).toBe('2026-09-03');
    expect(find('2026-09-25')).toBe('2026-09-30');
  });
});
