import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { removeProperties } from '../../../src/usecases/work/remove-properties';
import type { IssueId } from '../../../src/domain/ids';
import { makeWorld, newId, unwrap } from '../../builders/world';
import { marta, openJiraSite, type JiraSite } from './jira-site';

let site: JiraSite;
let issues: IssueId[];

beforeEach(async () => {
  site = await openJiraSite();
  const { keyResultId } = await makeWorld(site);
  issues = [];
  for (let n = 0; n < 12; n += 1) issues.push(await site.createIssue('Story', {}));
  unwrap(
    await attachIssues(site.as(marta), {
      keyResultId,
      issues: issues.map((issueId) => ({ initiativeId: newId<'initiative'>(), issueId })),
      requestId: newId<'request'>(),
      hypothesis: { kind: 'skipped' },
      publicName: '',
    }),
  );
  expect(marked()).toHaveLength(12);
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

const marked = () => issues.filter((issue) => site.property(issue) !== undefined);

test('uninstalling takes the property from every attached issue, and a second time finds nothing to do', async () => {
  const done = { ok: true, value: { removed: 12, refused: 0, finished: true } };
  expect(await removeProperties(site.upkeep(), () => true)).toEqual(done);
  expect(marked()).toEqual([]);
  expect(await removeProperties(site.upkeep(), () => true)).toEqual(done);
});

test('what the time does not suffice for stays, and the answer says that there is more', async () => {
  let slices = 0;
  const done = await removeProperties(site.upkeep(), () => (slices += 1) <= 2);
  expect(done).toEqual({ ok: true, value: { removed: 10, refused: 0, finished: false } });
  expect(marked()).toHaveLength(2);
});

test('it stops where Jira turns it away', async () => {
  site.faults.plan({ match: 'DELETE .*properties/waymark', at: 6, kind: '429', times: 1 });
  const done = await removeProperties(site.upkeep(), () => true);
  expect(done).toMatchObject({ ok: false, unavailable: { turnedAway: true } });
});
