import { getTableColumns, is } from 'drizzle-orm';
import { MySqlTable, type MySqlColumn } from 'drizzle-orm/mysql-core';
import { instant } from '../../../src/domain/dates';
import { isFormerMember } from '../../../src/domain/former-member';
import type { AccountId } from '../../../src/domain/ids';
import { database } from '../../../src/storage/database';
import * as schema from '../../../src/storage/schema';
import { keepDeparted } from '../../../src/usecases/people/keep-departed';
import { continueReport, reportAccounts } from '../../../src/usecases/people/report-accounts';
import {
  call,
  checkInOn,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  newId,
  people,
  unwrap,
} from '../../builders/world';
import { jonas, marta, openJiraSite, priya, type JiraSite } from './jira-site';

let site: JiraSite;
beforeEach(async () => {
  site = await openJiraSite();
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

const tables: MySqlTable[] = Object.values(schema).filter((one) => is(one, MySqlTable));
const kept = tables.filter((table) => table !== schema.jobState);
const reports = (act: () => Promise<unknown>) =>
  site.requests(act).then((sent) => sent.filter((one) => one === 'POST /app/report-accounts').length);

/** Some columns hold nothing twice. */
let rows = 0;

/** A value of a column of this kind that names `one`, and `other` where it holds two. */
function naming(name: string, column: MySqlColumn, one: AccountId, other: AccountId): unknown {
  const type = column.getSQLType();
  if (type === schema.inactiveAccount.accountId.getSQLType()) return one;
  if (['members', 'viewers', 'projectIds'].includes(name)) return [other, one];
  if (['changeDetail', 'detail'].includes(name)) {
    return [
      { field: 'owner', from: JSON.stringify(other), to: JSON.stringify(one) },
      { field: 'members', from: JSON.stringify([other, one]), to: '[]' },
    ];
  }
  if (type === 'text' || type.startsWith('varchar(255)')) return `As ${one} asked.`;
  if (type === 'mediumtext') return { of: one, asked: [{ text: `Ask ${other}.`, owner: other }] };
  if (type === 'char(36)') return newId();
  if (type === 'char(22)') return 'f'.repeat(22);
  if (type.startsWith('varchar')) return String(10_000 + rows);
  if (type === 'date') return '2026-05-01';
  if (type.startsWith('datetime')) return instant(Date.parse('2026-05-01T09:00:00.000Z'));
  return type === 'tinyint(1)' ? false : rows;
}

/** A row in every table, in every place of which `one` is named. */
async function fillWith(one: AccountId, other: AccountId): Promise<void> {
  rows += 1;
  for (const table of kept) {
    const columns = Object.entries<MySqlColumn>(getTableColumns(table));
    await database
      .insert(table)
      .values(Object.fromEntries(columns.map(([name, column]) => [name, naming(name, column, one, other)])));
  }
}

/** The tables with a row that holds a text. */
async function tablesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, table] of Object.entries(schema)) {
    if (!is(table, MySqlTable)) continue;
    const rows = await database.select().from(table);
    if (JSON.stringify(rows).includes(text)) found.push(name);
  }
  return found;
}

test('of a closed account nothing is left in any column of any table, and two of them stay two', async () => {
  await fillWith(priya, jonas);
  await fillWith(marta, priya);
  expect(await tablesWith(priya)).toHaveLength(kept.length);
  await site.closeAccount(priya);
  await site.closeAccount(jonas);

  const done = await reportAccounts(site.upkeep());
  expect(done).toMatchObject({ ok: true, value: { reported: 3, closed: 2, finished: true } });
  expect([await tablesWith(priya), await tablesWith(jonas)]).toEqual([[], []]);
  // Marta's account is open: her rows still name her.
  expect(await tablesWith(marta)).toHaveLength(kept.length);

  const teams = await database.select().from(schema.team);
  const [ofPriya, ofMarta] = [
    teams.find(({ lead }) => lead !== marta),
    teams.find(({ lead }) => lead === marta),
  ];
  const former = ofPriya?.members ?? [];
  expect(former.map(isFormerMember)).toEqual([true, true]);
  expect(new Set(former).size).toBe(2);
  // Everywhere the same replacement, so that who did what can still be told apart.
  expect(former[1]).toBe(ofPriya?.lead);
  expect(ofMarta?.members).toEqual([former[1], marta]);
  expect(ofMarta?.changeDetail[0]).toEqual({
    field: 'owner',
    from: JSON.stringify(former[1]),
    to: JSON.stringify(marta),
  });
});

test('accounts are reported every seven days, at most 90 a request, and who is told of in history only is among them', async () => {
  await fillWith(marta, people.owner);
  const asked = Array.from(
    { length: 185 },
    (_, at) => `5f00000000000000000000${String(at).padStart(3, '0')}` as AccountId,
  );
  const at = instant(Date.parse('2026-05-01T09:00:00.000Z'));
  await database.insert(schema.inactiveAccount).values(asked.map((accountId) => ({ accountId, seenAt: at })));

  expect(await reports(() => reportAccounts(site.upkeep()))).toBe(3);
  site.setNow('2026-05-18T09:00:00.000Z');
  expect(await reportAccounts(site.upkeep())).toBeNull();
  expect(await continueReport(site.upkeep())).toBeNull();
  site.setNow('2026-05-19T09:00:00.000Z');
  const again = await reportAccounts(site.upkeep());
  // 185, Marta, and the owner before her.
  expect(again).toMatchObject({ ok: true, value: { reported: 187, closed: 0, finished: true } });
});

test('a report that was turned away goes on where it stopped', async () => {
  await fillWith(priya, jonas);
  await site.closeAccount(priya);
  site.faults.plan({ match: 'report-accounts', at: 1, kind: '429', times: 1 });
  expect(await reportAccounts(site.upkeep())).toEqual({
    ok: false,
    unavailable: expect.objectContaining({ turnedAway: true }),
  });
  expect(await tablesWith(priya)).toHaveLength(kept.length);
  expect(await reportAccounts(site.upkeep())).toMatchObject({
    ok: true,
    value: { closed: 1, finished: true },
  });
  expect(await tablesWith(priya)).toEqual([]);
});

test('an erasure cut off or too long for one run goes on with the same replacement', async () => {
  await fillWith(priya, jonas);
  await fillWith(marta, priya);
  await site.closeAccount(priya);
  // The seventh change is made and its reply lost; then each run has room for five windows.
  site.faults.plan({ match: '^update', at: 7, kind: 'error-after', times: 1 });
  await expect(reportAccounts(site.upkeep())).rejects.toThrow();
  const few = { windows: 5, accounts: 10 };
  let runs = 0;
  for (let done = await continueReport(site.upkeep(), few); done !== null; runs += 1) {
    expect(done.ok).toBe(true);
    done = await continueReport(site.upkeep(), few);
  }
  // Two passes at least: what an act under way wrote meanwhile is found by the second.
  expect(runs).toBeGreaterThanOrEqual((2 * kept.length) / few.windows);
  expect(await tablesWith(priya)).toEqual([]);
  const told = JSON.stringify(await Promise.all(kept.map((table) => database.select().from(table))));
  expect(new Set(told.match(/former-member-[0-9a-f-]{36}/g)).size).toBe(1);
});

test('what a former member owned is owed by the lead of its team', async () => {
  const teamId = await makeTeam(site);
  const cycleId = await makeCycle(site);
  const objectiveId = await makeObjective(site, { teamId, cycleId }, { owner: priya });
  const id = await makeKeyResult(site, objectiveId, { owner: priya });
  await checkInOn(site, id, { '2026-04-14': 50 });
  await site.closeAccount(priya);
  await reportAccounts(site.upkeep());
  await keepDeparted(site.upkeep());
  await keepDeparted(site.upkeep());

  const [objective] = unwrap(await call(site, people.viewer, 'key-result.read', { id })).objectives;
  expect(objective).toMatchObject({ ownerLeft: true, keyResults: [{ ownerLeft: true }] });
  expect(isFormerMember(objective?.owner ?? priya)).toBe(true);
  const { owed } = unwrap(await call(site, people.lead, 'mine.read', {}));
  expect(owed.map(({ kind }) => kind)).toEqual(['check-in']);
});
