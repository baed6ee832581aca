import type { Output, Parsed } from '../../contract/calls';
import type { PlanningReading } from '../../contract/planning-calls';
import { ok, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';
import { present } from '../present';

/**
 * What planning in some projects goes by: three statements, and no Jira request. The browser reads the issues as the viewer and
 * lays them out. As on the panel, `can` is judged by roles alone; an OKR lead who has no other role decides from the
 * key result's page. Source: design §3.6, §7 "one view".
 */
export async function readPlanning(
  { okrs, planning, runWork, me }: Pick<Dependencies, 'okrs' | 'planning' | 'runWork' | 'me'>,
  { projectIds }: Parsed<'planning.read'>,
): Promise<Result<Output<'planning.read'>>> {
  const [found, dropped, marks] = await Promise.all([
    okrs.read({ by: 'projects', ids: projectIds }, me),
    planning.dropped(projectIds, me),
    runWork.of(projectIds),
  ]);
  const { keyResult: prefix } = found.site.keyPrefix;
  return ok({
    ...present(found, { accountId: me, okrLead: false }),
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
