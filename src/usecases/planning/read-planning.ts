import type { Output, Parsed } from '../../contract/calls';
import type { PlanningReading } from '../../contract/planning-calls';
import { ok, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';
import { presentKeyResults } from '../present';

/**
 * What planning in some projects goes by: three statements, and one Jira request at most, for a viewer whose roles do not allow
 * every decision here. The browser reads the issues as the viewer and lays them out. Source: design §3.6, §7 "one view".
 */
export async function readPlanning(
  {
    okrs,
    planning,
    runWork,
    me,
    actor,
  }: Pick<Dependencies, 'okrs' | 'planning' | 'runWork' | 'me' | 'actor'>,
  { projectIds }: Parsed<'planning.read'>,
): Promise<Result<Output<'planning.read'>>> {
  const [found, dropped, marks] = await Promise.all([
    okrs.read({ by: 'projects', ids: projectIds }, me),
    planning.dropped(projectIds, me),
    runWork.of(projectIds),
  ]);
  const { keyResult: prefix } = found.site.keyPrefix;
  return ok({
    ...(await presentKeyResults(actor, found)),
    dropped: dropped.map(({ number, ...work }) => ({ ...work, keyResultKey: `${prefix}-${number}` })),
    runWork: together(marks),
  });
}

/** Those that one person called so at one moment, together: a name and a time for each issue would be most of the reply. */
function together(marks: Awaited<ReturnType<Dependencies['runWork']['of']>>): PlanningReading['runWork'] {
  const said = new Map<string, PlanningReading['runWork'][number]>();
  for (const { issueId, by, at } of marks) {
    const one = said.get(`${by} ${at}`) ?? { by, at, issueIds: [] };
    one.issueIds.push(issueId);
    said.set(`${by} ${at}`, one);
  }
  return [...said.values()];
}
