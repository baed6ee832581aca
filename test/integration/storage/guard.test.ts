import { eq, sql } from 'drizzle-orm';
import { database, UnsafeStatement } from '../../../src/storage/database';
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
  expect(unwrap(await call(site, people.lead, 'directory.read', {})).teams).toHaveLength(5);
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
