/** Every statement and request of attaching and detaching fails once, before and after: nothing is lost or doubled. */
import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { detachInitiative } from '../../../src/usecases/initiative/detach-initiative';
import { catchUp } from '../../../src/usecases/work/catch-up';
import type { Result } from '../../../src/contract/result';
import { makeWorld, newId, people, unwrap } from '../../builders/world';
import { openJiraSite, priya, type JiraSite } from '../work/jira-site';

let site: JiraSite;
beforeAll(async () => {
  // Upkeep that fails is logged, dozens of times here.
  jest.spyOn(console, 'error').mockImplementation();
  jest.spyOn(console, 'warn').mockImplementation();
  site = await openJiraSite();
});
afterAll(() => site.close());

/** Runs an act whose n-th operation fails, for every n, until none is left to fail; says how many there were. */
async function failEach(
  kind: 'error-before' | 'error-after' | 'crash',
  begin: () => Promise<{ act: () => Promise<Result<unknown>>; check: () => Promise<void> }>,
): Promise<number> {
  for (let n = 1; ; n += 1) {
    const { act, check } = await begin();
    site.faults.plan({ match: '.', at: n, kind, times: 1 });
    // A refusal, an error and a success are all right here: what counts is what the same act does next.
    await act().catch(() => undefined);
    const failed = site.faults.pending().length === 0;
    site.faults.clear();
    unwrap(await act());
    expect((await catchUp(site.upkeep())).ok).toBe(true);
    await check();
    if (!failed) return n - 1;
  }
}

test.each(['error-before', 'error-after', 'crash'] as const)(
  'attaching, with %s at each of its operations',
  async (kind) => {
    const world = await makeWorld(site);
    const operations = await failEach(kind, async () => {
      const epic = await site.createIssue('Epic', {});
      const input = {
        keyResultId: world.keyResultId,
        issues: [{ initiativeId: newId<'initiative'>(), issueId: epic }],
        requestId: newId<'request'>(),
        hypothesis: { kind: 'skipped' as const },
        publicName: '',
      };
      return {
        act: () => attachIssues(site.as(priya), input),
        check: async () => {
          const rows = await site.repositories.initiatives.standing(world.keyResultId, input.issues);
          expect(rows).toMatchObject([
            { id: input.issues[0]?.initiativeId, issueId: epic, version: 1, detached: false },
          ]);
          expect(site.property(epic)).toMatchObject({ linked: true });
          expect(await site.repositories.work.find(epic)).toMatchObject({ gone: false });
        },
      };
    });
    // Two statements to decide, the INSERT, the read back, three Jira requests at least: fewer means nothing was tried.
    expect(operations).toBeGreaterThan(8);
  },
);

test.each(['error-before', 'error-after', 'crash'] as const)(
  'detaching, with %s at each of its operations',
  async (kind) => {
    const world = await makeWorld(site);
    const operations = await failEach(kind, async () => {
      const epic = await site.createIssue('Epic', {});
      const initiativeId = newId<'initiative'>();
      unwrap(
        await attachIssues(site.as(priya), {
          keyResultId: world.keyResultId,
          issues: [{ initiativeId, issueId: epic }],
          requestId: newId<'request'>(),
          hypothesis: { kind: 'skipped' },
          publicName: '',
        }),
      );
      const input = { id: initiativeId, version: 1, requestId: newId<'request'>(), why: 'Not this quarter.' };
      return {
        act: () => detachInitiative(site.as(people.owner), input),
        check: async () => {
          expect(await site.repositories.initiatives.find(initiativeId)).toMatchObject({
            detached: true,
            version: 2,
            changeAct: 'detach',
            changeWhy: 'Not this quarter.',
          });
          const { entries: history } = await site.repositories.history.ofKeyResult(
            world.keyResultId,
            people.lead,
          );
          const own = history.filter(({ entityId }) => entityId === initiativeId);
          expect(own.map(({ act }) => act).sort()).toEqual(['attach', 'detach']);
          expect(site.property(epic)).toBeUndefined();
        },
      };
    });
    expect(operations).toBeGreaterThan(6);
  },
);
