import fc from 'fast-check';
import type { AccountId } from '../../../src/domain/ids';
import { csvText, guarded, readCsv, unguarded } from '../../../static/app/src/features/portable/csv-text';
import { flatCsv, isFlat, readFlat } from '../../../static/app/src/features/portable/flat';
import { markdownOf, readDataIn } from '../../../static/app/src/features/portable/markdown';
import { packLine, unpackLine } from '../../../static/app/src/features/portable/packed';
import { planWorld } from '../../../static/app/src/features/portable/plan-world';
import { readTables, tablesOf } from '../../../static/app/src/features/portable/tables';
import { readWorkbook, workbookOf } from '../../../static/app/src/features/portable/workbook';
import { emptyWorld, type World } from '../../../static/app/src/features/portable/world';
import { arbitraryWorld, everybody, line } from './arbitrary-world';

const names = new Map<AccountId, string>(
  everybody.map((id, at) => [id, ['Ana "A" O’Neil', '=Ben', 'Čeněk'][at] ?? '']),
);
const here = {
  issueOf: (one: World['initiatives'][number]) => one.issueId,
  isHere: () => true,
  hasProject: () => true,
};

test('a workbook is read as what was written, down to the last digit and sign', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryWorld, async (world) => {
      const file = await workbookOf(tablesOf(world, names));
      expect(readTables(await readWorkbook(file))).toEqual({ world, faults: [], unknown: [] });
    }),
    { numRuns: 25 },
  );
});

test('a document is read as what was written, and is not taken for edited', () => {
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      expect(readDataIn(markdownOf(world, names))).toEqual({ world, faults: [], edited: false, broken: 0 });
    }),
    { numRuns: 150 },
  );
});

test('the flat file keeps objectives and key results', () => {
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      const { rows, broken } = readCsv(flatCsv(world, names));
      expect(broken).toBe(false);
      expect(isFlat(rows[0] ?? [])).toBe(true);
      const read = readFlat(rows);
      expect(read.faults).toEqual([]);
      expect(read.world.objectives).toEqual(world.objectives);
      expect(read.world.keyResults).toEqual(world.keyResults);
      expect(planWorld({ file: read.world, now: world, ...here, placesOnly: true })).toMatchObject({
        steps: [],
        left: [],
      });
    }),
    { numRuns: 150 },
  );
});

test('on the site it came from there is nothing to do, whatever it holds', () => {
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      const plan = planWorld({ file: world, now: structuredClone(world), ...here });
      expect(plan).toMatchObject({ steps: [], left: [], asks: 0 });
      expect(plan.same).toBe(Object.values(world).flat().length);
    }),
    { numRuns: 150 },
  );
});

/** What an empty site has after these steps, as its calls would keep it. */
function made({ steps }: ReturnType<typeof planWorld>, file: World): World {
  const world = emptyWorld();
  const done = new Set<string>();
  for (const step of steps) {
    expect(step.needs.filter((id) => !done.has(id))).toEqual([]);
    done.add(step.id);
    switch (step.call) {
      case 'team.create':
        world.teams.push({ id: step.input.id, archived: false, ...step.input.team });
        break;
      case 'cycle.create':
        world.cycles.push({ id: step.input.id, phase: 'draft', ...step.input.cycle });
        break;
      case 'cycle.set-phase':
        world.cycles = world.cycles.map((cycle) =>
          cycle.id === step.input.id ? { ...cycle, phase: step.input.phase } : cycle,
        );
        break;
      case 'objective.create': {
        const { id, teamId, cycleId, objective } = step.input;
        world.objectives.push({ id, key: '', teamId, cycleId, ...objective });
        break;
      }
      case 'key-result.create': {
        const { id, objectiveId, keyResult } = step.input;
        world.keyResults.push({ id, key: '', objectiveId, ...keyResult });
        break;
      }
      case 'check-in.import': {
        const { keyResultId, checkIns } = step.input;
        for (const row of checkIns) {
          const first = file.checkIns.find(({ id }) => id === row.id);
          if (first) world.checkIns.push({ ...first, ...row, keyResultId, source: 'import', ask: null });
        }
        break;
      }
      case 'outside-event.mark':
        world.events.push({ id: step.input.id, keyResultId: step.input.keyResultId, ...step.input.event });
        break;
      case 'initiative.attach': {
        const first = file.initiatives.find(({ id }) => id === step.id);
        if (first) world.initiatives.push({ ...first, ...step.input, live: null });
        break;
      }
      case 'initiative.set-live':
        world.initiatives = world.initiatives.map((one) =>
          one.id === step.input.id && step.input.on
            ? {
                ...one,
                live: { on: step.input.on, reason: step.input.why, by: everybody[0] ?? one.attachedBy },
              }
            : one,
        );
        break;
      case 'key-result.score':
        world.scores.push({ ...step.input, label: 'missed' });
        break;
      case 'objective.confirm':
        world.confirmations.push(step.input);
        break;
      case 'retrospective.save':
        world.retrospectives.push(step.input);
        break;
    }
  }
  return world;
}

test('on an empty site it makes the same data, in an order that holds, and again is no change', () => {
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      const first = planWorld({ file: world, now: emptyWorld(), ...here });
      // What was said at the end of a cycle that never came there is told, not dropped.
      expect(first.left.filter(({ why }) => why !== 'not-scoring' && why !== 'says-nothing')).toEqual([]);
      const silent = world.checkIns.filter(
        ({ value, reached, confidence, evidence, blocker, decision }) =>
          [value, reached, confidence, decision].every((said) => said === null) &&
          `${evidence}${blocker}`.trim() === '',
      );
      expect(first.left.filter(({ why }) => why === 'says-nothing')).toHaveLength(silent.length);
      const now = made(first, world);
      expect(now.cycles.map(({ id, phase }) => `${id} ${phase}`).sort()).toEqual(
        world.cycles.map(({ id, phase }) => `${id} ${phase}`).sort(),
      );
      const again = planWorld({ file: world, now, ...here });
      expect(again.left.filter(({ why }) => why === 'differs')).toEqual([]);
      expect(
        again.steps.filter(
          ({ noun }) => noun !== 'scores' && noun !== 'confirmations' && noun !== 'retrospectives',
        ),
      ).toEqual([]);
      expect(again.same + again.left.length + again.steps.length).toBe(Object.values(world).flat().length);
    }),
    { numRuns: 150 },
  );
});

test('people who are not there are left out, and again is no change', () => {
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      const nobody = { ...here, isHere: () => false, hasProject: () => false };
      const now = made(planWorld({ file: world, now: emptyWorld(), ...nobody }), world);
      expect(JSON.stringify([now.teams, now.objectives, now.keyResults])).not.toContain('712020');
      expect(planWorld({ file: world, now, ...nobody }).left.filter(({ why }) => why === 'differs')).toEqual(
        [],
      );
    }),
    { numRuns: 60 },
  );
});

test('no cell runs as a formula, and each is read as it was', () => {
  fc.assert(
    fc.property(line, (text) => {
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(unguarded(guarded(text))).toBe(text);
      expect(readCsv(csvText([['a'], [text]])).rows).toEqual([['a'], [text]]);
    }),
  );
  expect(
    csvText([
      ['Title', 'Target'],
      ['=HYPERLINK("http://x")', -5],
    ]),
  ).toBe('\ufeffTitle,Target\r\n"\'=HYPERLINK(""http://x"")",-5\r\n');
});

test('several values fit into one line of a cell', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (parts) => {
      expect(unpackLine(packLine(parts))).toEqual(parts);
    }),
  );
});

test('what was changed in the text alone is told, and so is data that broke', () => {
  const [world = emptyWorld()] = fc.sample(
    arbitraryWorld.filter(({ keyResults }) => keyResults.length > 1),
    {
      numRuns: 1,
      seed: 7,
    },
  );
  const text = markdownOf(world, names);
  expect(readDataIn(text.replaceAll('\n', '\r\n'))).toMatchObject({ edited: false });
  expect(readDataIn(text.replace('# Objectives and', '# Our objectives and'))).toMatchObject({
    edited: true,
  });
  expect(readDataIn(text.replace('{"table":"Teams"', '{"table:"Teams"'))).toMatchObject({ broken: 1 });
});

test('a row that cannot be read is told with its place', () => {
  const [world = emptyWorld()] = fc.sample(
    arbitraryWorld.filter(({ checkIns }) => checkIns.length > 1),
    {
      numRuns: 1,
      seed: 7,
    },
  );
  const tables = tablesOf(world, names).map(({ name, rows }) => ({
    name,
    rows: rows.map((row, at) =>
      name === 'Check-ins' && at === 1
        ? row.map((cell, column) => (rows[0]?.[column] === 'Day' ? 'soon' : cell))
        : row,
    ),
  }));
  const { faults, world: read, unknown } = readTables([...tables, { name: 'Notes', rows: [] }]);
  expect(faults).toMatchObject([
    { table: 'Check-ins', line: 2, column: 'Day', problem: 'day', found: 'soon' },
  ]);
  expect(read.checkIns).toHaveLength(world.checkIns.length - 1);
  expect(unknown).toEqual(['Notes']);
});
