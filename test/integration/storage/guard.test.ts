import { eq, sql } from 'drizzle-orm';
import { database, UnsafeStatement } from '../../../src/storage/database';
import { asFlag, asNumber, asText } from '../../../src/storage/read-as';
import { cycle, team } from '../../../src/storage/schema';
import { openInstallation, type Installation } from '../../builders/installation';
import { call, makeTeam, newId, people, unwrap } from '../../builders/world';

let site: Installation;
beforeAll(async () => {
  site = await openInstallation();
});
afterAll(() => site.close());

const cause = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => (error instanceof Error && error.cause ? error.cause : error),
  );

test.each([
  [
    'two result columns of one name',
    () =>
      database
        .select({ a: team.id, b: cycle.id })
        .from(team)
        .innerJoin(cycle, sql`TRUE`),
  ],
  [
    'an expression that does not say how it is read',
    async () => database.select({ owned: sql`${team.lead} IS NOT NULL`.as('owned') }).from(team),
  ],
  [
    'one within a group of columns',
    async () =>
      database.select({ of: { lead: sql<number>`CASE WHEN 1 = 1 THEN 1 END`.as('is_lead') } }).from(team),
  ],
  ['an expression without a name', () => database.select({ n: asNumber(sql`COUNT(*)`) }).from(team)],
  ['a bound LIMIT', () => database.select().from(team).limit(1)],
  [
    'NaN',
    () =>
      database
        .select()
        .from(team)
        .where(sql`${Number.NaN} = 1`),
  ],
  [
    'infinity',
    () =>
      database
        .select()
        .from(team)
        .where(sql`${Number.POSITIVE_INFINITY} = 1`),
  ],
  [
    'an ISO time',
    () =>
      database
        .select()
        .from(team)
        .where(sql`${'2026-05-12T09:00:00.000Z'} < ${team.changedAt}`),
  ],
  [
    'a Date',
    () =>
      database
        .select()
        .from(team)
        .where(sql`${new Date(0)} < ${team.changedAt}`),
  ],
])('%s is stopped before it does harm', async (_what, statement) => {
  expect(await cause(statement())).toBeInstanceOf(UnsafeStatement);
});

test('whole numbers that are no column are read as what they say', async () => {
  const id = await makeTeam(site, { name: 'Expressions' });
  const [row] = await database
    .select({
      leaderless: asFlag(sql`CASE WHEN ${team.lead} IS NULL THEN 1 ELSE 0 END`).as('leaderless'),
      there: asFlag(sql`EXISTS (SELECT 1 FROM ${team} other WHERE other.id = ${id})`).as('there'),
      version: asNumber(sql`${team.version} + 1`).as('next_version'),
      none: asNumber<number | null>(sql`NULL`).as('none'),
      counted: asNumber(sql`(SELECT COUNT(*) FROM ${team} other WHERE other.id = ${id})`).as('counted'),
      word: asText<'a' | 'b'>(sql`CASE WHEN ${team.version} = 1 THEN 'a' ELSE 'b' END`).as('word'),
      version0: sql`CASE WHEN 1 = 1 THEN ${team.version} END`.mapWith(team.version).as('version_0'),
      archived: sql`CASE WHEN 1 = 1 THEN ${team.archived} END`.mapWith(team.archived).as('is_archived'),
    })
    .from(team)
    .where(eq(team.id, id));
  expect(row).toEqual({
    leaderless: false,
    there: true,
    version: 2,
    none: null,
    counted: 1,
    word: 'a',
    version0: 1,
    archived: false,
  });
});

test('texts come back as they were written, whatever they look like', async () => {
  for (const name of [
    '2026-05-12T09:00:00.000Z',
    `Robert'); DROP TABLE team; --`,
    '‮right to left',
    '👩‍🚀 "quoted" \\',
    'LIMIT ?',
  ]) {
    const id = await makeTeam(site, { name });
    expect((await site.repositories.teams.find(id))?.name).toBe(name);
  }
  const [row] = await database.select({ name: team.name }).from(team).where(eq(team.id, newId<'team'>()));
  expect(row).toBeUndefined();
  expect(unwrap(await call(site, people.lead, 'directory.read', {})).teams).toHaveLength(6);
});

describe('when the installation sends more statements than it may', () => {
  const tooMany = (times: number) =>
    site.faults.plan({ match: 'insert into `team`', at: 1, kind: '429', times });
  const names = async () => (await site.repositories.teams.list()).map(({ name }) => name);

  test('a refused one is sent again when there is room, and saves once', async () => {
    tooMany(2);
    await makeTeam(site, { name: 'At nine on Monday' });
    expect((await names()).filter((name) => name === 'At nine on Monday')).toHaveLength(1);
    expect(site.faults.pending()).toEqual([]);
  });

  test('when there is none for seconds, it is given up and nothing is saved', async () => {
    tooMany(4);
    await expect(makeTeam(site, { name: 'All of Monday' })).rejects.toThrow('Failed query: insert into');
    expect(await names()).not.toContain('All of Monday');
    expect(site.faults.pending()).toEqual([]);
  });
});
