import { getTableColumns, getTableName } from 'drizzle-orm';
import { MySqlTable } from 'drizzle-orm/mysql-core';
import type { Parsed } from '../../../src/contract/calls';
import type { AccountId } from '../../../src/domain/ids';
import { changingSources } from '../../../src/storage/history-sources';
import * as schema from '../../../src/storage/schema';
import { hasWords } from '../../../static/app/src/components/history/say-act';
import { acts, requestId } from '../../builders/acts';
import { makeAttached } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aDefinition,
  aKeyResult,
  aTeam,
  call,
  makeDecision,
  makeKeyResult,
  makeObjective,
  makePraise,
  makeTeam,
  makeWorld,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeEach(async () => {
  site = await openInstallation();
});
afterEach(() => site.close());

type Asked = Partial<Parsed<'site-history.read'>>;
const everything = { entity: null, by: null, within: null, from: null, to: null, before: null };
const read = async (by: AccountId, asked: Asked = {}) =>
  unwrap(await call(site, by, 'site-history.read', { ...everything, ...asked }));

/** Every page of it. */
async function readAll(by: AccountId, asked: Asked = {}) {
  const first = await read(by, asked);
  const entries = [...first.entries];
  let { earlier } = first;
  while (earlier !== null) {
    const page = await read(by, { ...asked, before: earlier });
    entries.push(...page.entries);
    ({ earlier } = page);
  }
  return entries;
}

const saysWhat = ({ entity, act, by }: { entity: string; act: string; by: string }) =>
  `${entity} ${act} ${by}`;

test('every table that carries its last change is in the history of the site', () => {
  const carrying = Object.values(schema).filter(
    (table) => table instanceof MySqlTable && 'changeRequest' in getTableColumns(table),
  );
  expect(carrying.length).toBeGreaterThan(8);
  expect(
    changingSources()
      .map(({ of }) => getTableName(of))
      .sort(),
  ).toEqual(carrying.map((table) => getTableName(table)).sort());
});

test('who changed what, from what to what, when and why; the newest first', async () => {
  const { teamId, keyResultId } = await makeWorld(site);
  site.setNow('2026-05-13T10:00:00.000Z');
  unwrap(
    await call(site, people.owner, 'key-result.edit', {
      id: keyResultId,
      version: 1,
      requestId: requestId(),
      keyResult: aKeyResult({
        definition: aDefinition({ metric: { kind: 'increase', start: 40, target: 70 } }),
      }),
      why: 'The market turned.',
    }),
  );
  site.setNow('2026-05-14T10:00:00.000Z');
  const team = aTeam({ name: 'Basket' });
  unwrap(
    await call(site, people.lead, 'team.edit', {
      id: teamId,
      version: 1,
      requestId: requestId(),
      team,
      why: '',
    }),
  );
  const { entries, teams, earlier } = await read(people.viewer);
  expect(earlier).toBeNull();
  expect(teams).toEqual([{ id: teamId, name: 'Basket', above: null }]);
  expect(entries.slice(0, 2)).toMatchObject([
    {
      entity: 'team',
      act: 'edit',
      by: people.lead,
      at: '2026-05-14T10:00:00.000Z',
      changes: [{ field: 'name', from: '"Checkout"', to: '"Basket"' }],
      about: { team: { id: teamId, name: 'Basket' }, objective: null },
    },
    {
      entity: 'key-result',
      act: 'edit',
      by: people.owner,
      at: '2026-05-13T10:00:00.000Z',
      why: 'The market turned.',
      changes: [
        {
          field: 'metric',
          from: '{"kind":"increase","start":40,"target":80}',
          to: '{"kind":"increase","start":40,"target":70}',
        },
      ],
      about: { keyResult: { id: keyResultId, key: 'KR-1', removed: false }, team: { name: 'Basket' } },
    },
  ]);
  expect(entries.slice(2).map(saysWhat).sort()).toEqual([
    `cycle create ${people.okrLead}`,
    `cycle set-phase ${people.okrLead}`,
    `key-result create ${people.lead}`,
    `objective create ${people.lead}`,
    `team create ${people.lead}`,
  ]);
});

test('every act of the call table that changes a row is an entry, and has words on screen', async () => {
  for (const [name, begin] of Object.entries(acts)) {
    const world = await makeWorld(site);
    const one = await begin(site, world);
    site.setNow(new Date(Date.parse(site.now()) + 60_000).toISOString());
    const before = site.now();
    unwrap(await one.run(one.by));
    const entries = await readAll(one.by, { from: before });
    // Check-ins and a KPI's values are their own history; run work is of an issue, not of OKRs.
    const silent = [
      'check-in.record',
      'check-in.import',
      'kpi.record',
      'run-work.mark',
      'initiative.acknowledge',
    ];
    const expected = silent.some((one) => name.startsWith(one)) ? 0 : 1;
    expect({ name, entries: Math.min(entries.length, 1) }).toEqual({ name, entries: expected });
    expect({ name, without: entries.filter((entry) => !hasWords(entry)) }).toEqual({ name, without: [] });
  }
});

test('what is one person’s own is told to nobody else; praise says whom, and what became of a decision which', async () => {
  const { keyResultId } = await makeWorld(site);
  const choice = { id: newId<'reminder-choice'>(), version: 0, requestId: requestId() };
  unwrap(await call(site, people.member, 'reminder.choose', { ...choice, day: 'friday' }));
  const again = { id: choice.id, version: 1, requestId: requestId() };
  unwrap(await call(site, people.member, 'reminder.choose', { ...again, day: 'quiet' }));
  expect(await readAll(people.okrLead, { entity: 'reminder-choice' })).toEqual([]);
  expect(await readAll(people.member, { entity: 'reminder-choice' })).toHaveLength(2);

  const checkInId = await makeDecision(site, keyResultId);
  const said = {
    id: newId<'follow-up'>(),
    keyResultId,
    checkInId,
    subject: 'decision',
    dueOn: null,
  } as const;
  unwrap(await call(site, people.member, 'follow-up.say', { ...said, outcome: 'done', note: '' }));
  await makePraise(site, keyResultId);
  const entries = await readAll(people.viewer, { entity: 'key-result', by: people.member });
  expect(entries.find(({ act }) => act === 'follow-up')?.about.title).toBe('Talk to ten people');
  const whom = [{ field: 'person', from: 'null', to: JSON.stringify(people.owner) }];
  expect(entries.find(({ act }) => act === 'praise')?.changes).toEqual(whom);
  const page = unwrap(await call(site, people.viewer, 'key-result.read', { id: keyResultId }));
  expect(page.history.find(({ act }) => act === 'praise')?.changes).toEqual(whom);
});

test('it is narrowed to a kind, a person, a time and a place', async () => {
  const { teamId, cycleId, objectiveId, keyResultId } = await makeWorld(site);
  const other = await makeTeam(site, { name: 'Search' });
  const elsewhere = await makeObjective(site, { teamId: other, cycleId });
  site.setNow('2026-05-20T09:00:00.000Z');
  const { initiativeId } = await makeAttached(site, keyResultId);
  const initiatives = await readAll(people.viewer, { entity: 'initiative' });
  expect(initiatives).toMatchObject([{ entityId: initiativeId, about: { keyResult: { key: 'KR-1' } } }]);
  expect(initiatives[0]?.about.issueId).not.toBeNull();
  expect((await readAll(people.viewer, { by: people.okrLead })).map(({ entity }) => entity)).toEqual([
    'cycle',
    'cycle',
  ]);
  const day = { from: '2026-05-20T00:00:00.000Z', to: '2026-05-21T00:00:00.000Z' } as Asked;
  expect(await readAll(people.viewer, day)).toHaveLength(1);
  const ofTeam = await read(people.viewer, { within: { kind: 'team', id: other } });
  expect(ofTeam.entries.map(({ entityId }) => entityId).sort()).toEqual([elsewhere, other].sort());
  expect(ofTeam.within).toBe('Search');
  const ofObjective = await read(people.viewer, { within: { kind: 'objective', id: objectiveId } });
  expect(ofObjective.entries.map(({ entity }) => entity).sort()).toEqual([
    'initiative',
    'key-result',
    'objective',
  ]);
  expect(ofObjective.within).toBe('O-1 Buying is effortless');
  const ofKeyResult = await readAll(people.viewer, { within: { kind: 'key-result', id: keyResultId } });
  expect(ofKeyResult).toHaveLength(2);
  const ofCycle = await readAll(people.viewer, { within: { kind: 'cycle', id: cycleId } });
  expect(ofCycle.map(({ entity }) => entity)).toContain('cycle');
  expect(ofCycle.some(({ entity }) => entity === 'team')).toBe(false);
  expect(await readAll(people.viewer, { within: { kind: 'team', id: teamId }, entity: 'settings' })).toEqual(
    [],
  );
});

test('what is restricted is nowhere in it for those it is not for', async () => {
  const { teamId, cycleId } = await makeWorld(site);
  const secret = { title: 'Buy the rival', restricted: true, owner: people.owner };
  const objectiveId = await makeObjective(site, { teamId, cycleId }, secret);
  const keyResultId = await makeKeyResult(site, objectiveId, { title: 'Rival bought' });
  await makeAttached(site, keyResultId);
  unwrap(
    await call(site, people.owner, 'key-result.edit', {
      id: keyResultId,
      version: 1,
      requestId: requestId(),
      keyResult: aKeyResult({ title: 'Rival bought in May' }),
      why: '',
    }),
  );
  const text = async (by: AccountId, asked: Asked = {}) => JSON.stringify(await readAll(by, asked));
  expect(await text(people.member)).toContain('Rival bought in May');
  for (const asked of [{}, { within: { kind: 'objective' as const, id: objectiveId } }]) {
    expect(await text(people.stranger, asked)).not.toMatch(
      new RegExp(`rival|${objectiveId}|${keyResultId}`, 'i'),
    );
  }
  expect((await read(people.stranger, { within: { kind: 'objective', id: objectiveId } })).within).toBeNull();
});

test('it is read on page by page: nothing twice, nothing left out, though much was done at one moment', async () => {
  const { objectiveId, teamId, cycleId } = await makeWorld(site);
  const made = new Set<string>();
  for (let at = 0; at < 70; at += 1) made.add(await makeKeyResult(site, objectiveId, { title: `KR ${at}` }));
  for (let at = 0; at < 70; at += 1)
    made.add(await makeObjective(site, { teamId, cycleId }, { title: `O ${at}` }));
  const first = await read(people.viewer);
  expect(first.entries).toHaveLength(60);
  const all = await readAll(people.viewer);
  expect(new Set(all.map(({ entityId, version }) => `${entityId} ${version}`)).size).toBe(all.length);
  expect(all.filter(({ entityId }) => made.has(entityId))).toHaveLength(140);
});

test('a page takes three statements and less than 200 KB, however long the texts', async () => {
  const { objectiveId } = await makeWorld(site);
  const long = 'Measured by the finance system, refunds left out. '.repeat(79);
  for (let at = 0; at < 25; at += 1) {
    const id = await makeKeyResult(site, objectiveId, { definition: aDefinition({ definition: long }) });
    const definition = aDefinition({ definition: `${long} And more.` });
    const keyResult = aKeyResult({ definition });
    unwrap(
      await call(site, people.owner, 'key-result.edit', {
        id,
        version: 1,
        requestId: newId(),
        keyResult,
        why: '',
      }),
    );
  }
  expect(await site.statements(() => read(people.viewer))).toHaveLength(3);
  expect(Buffer.byteLength(JSON.stringify(await read(people.viewer)))).toBeLessThan(200_000);
  expect((await readAll(people.viewer)).filter(({ act }) => act === 'edit')).toHaveLength(25);
});
