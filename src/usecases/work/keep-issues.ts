import type { JiraAnswer, JiraUnavailable } from '../../atlassian/jira-request';
import type { Jira } from '../../atlassian/jira';
import type { JiraIssue, PointsFields } from '../../atlassian/issues';
import type { StatusCategories } from '../../atlassian/status-moves';
import type { WaymarkProperty } from '../../atlassian/waymark-property';
import type { SiteReading } from '../../contract/readings';
import type { Instant } from '../../domain/dates';
import type { IssueId } from '../../domain/ids';
import { countWork } from '../../domain/work';
import type { IssueLinks } from '../../storage/initiative-repository';
import type { Repositories } from '../../storage/repositories';
import type { IssueWork } from '../../storage/work-repository';
import { isRedefined } from './redefined';
import { workDates } from './work-dates';

/** What the upkeep of issues takes: no person, since it acts as the app. */
export type Upkeep = Repositories & { now: Instant; jira: Jira };

/** What was done to how many issues. */
export type Kept = { counted: number; gone: number; written: number; refused: number };

export const noneKept: Kept = { counted: 0, gone: 0, written: 0, refused: 0 };

export function sumOfKept(a: Kept, b: Kept): Kept {
  return {
    counted: a.counted + b.counted,
    gone: a.gone + b.gone,
    written: a.written + b.written,
    refused: a.refused + b.refused,
  };
}

/** What one run reads once, however many issues it looks after. */
type Run = { site: SiteReading; points: PointsFields; categories: StatusCategories };

const pageSize = 100;
const writesAtOnce = 5;

/**
 * Brings what is derived from these issues in line with the truth: the `waymark` property with what is attached, the
 * stored work with Jira, the project with where the issue lives now. Everything is read anew and nothing is added up,
 * so events may come twice, late or not at all. Touches no key result: it has no way to (design §1).
 * `changedChildren` are children known to have just changed. Work is stored as of `deps.now`.
 * When Jira is unavailable it stops there; what was done stays, and doing it again is harmless.
 */
export async function keepIssues(
  deps: Upkeep,
  issueIds: readonly IssueId[],
  changedChildren: readonly IssueId[] = [],
): Promise<JiraAnswer<Kept>> {
  let kept = noneKept;
  if (issueIds.length === 0) return { ok: true, value: kept };
  const run = await prepare(deps);
  if (!run.ok) return run;
  for (let at = 0; at < issueIds.length; at += pageSize) {
    const page = await keepPage(deps, run.value, issueIds.slice(at, at + pageSize), changedChildren);
    if (!page.ok) return page;
    kept = sumOfKept(kept, page.value);
  }
  return { ok: true, value: kept };
}

async function prepare({ settings, jira }: Upkeep): Promise<JiraAnswer<Run>> {
  const { site } = await settings.read();
  const points: JiraAnswer<PointsFields> =
    site.rules.countBy === 'points' ? await jira.readPointsFields() : { ok: true, value: [] };
  if (!points.ok) return points;
  const categories = await jira.readStatusCategories();
  if (!categories.ok) return categories;
  return { ok: true, value: { site, points: points.value, categories: categories.value } };
}

async function keepPage(
  deps: Upkeep,
  run: Run,
  issueIds: readonly IssueId[],
  changedChildren: readonly IssueId[],
): Promise<JiraAnswer<Kept>> {
  const { jira, initiatives, work, now } = deps;
  const links = await initiatives.linksOf(issueIds);
  const found = await jira.readIssues('app', issueIds, run.points);
  if (!found.ok) return found;
  const properties = await keepProperties(deps, run.site, found.value, links);
  if (!properties.ok) return properties;

  const linked = found.value.filter(({ issueId }) => links.has(issueId));
  for (const { issueId, projectId } of linked) {
    if (links.get(issueId)?.projectId !== projectId) await initiatives.moveIssue(issueId, projectId);
  }
  const seen = await seeWork(deps, run, linked, links, changedChildren);
  if (!seen.ok) return seen;
  await work.store(seen.value);

  const present = new Set(found.value.map(({ issueId }) => issueId));
  const gone = [...links.values()].filter(({ issueId }) => !present.has(issueId));
  await work.storeGone(gone, now);
  return { ok: true, value: { ...properties.value, counted: seen.value.length, gone: gone.length } };
}

async function seeWork(
  { jira, now, work }: Upkeep,
  { site, points, categories }: Run,
  issues: readonly JiraIssue[],
  links: ReadonlyMap<IssueId, IssueLinks>,
  changedChildren: readonly IssueId[],
): Promise<JiraAnswer<IssueWork[]>> {
  if (issues.length === 0) return { ok: true, value: [] };
  const ids = issues.map(({ issueId }) => issueId);
  const children = await jira.readChildren(ids, points, changedChildren);
  if (!children.ok) return children;
  const begun = children.value.filter(({ category }) => category !== 'new').map(({ issueId }) => issueId);
  const moves = await jira.readStatusMoves([...ids, ...begun], categories);
  if (!moves.ok) return moves;
  const before = await work.findAll(ids);
  const childrenOf = new Map<IssueId | null, JiraIssue[]>();
  for (const child of children.value) {
    childrenOf.set(child.parentId, [...(childrenOf.get(child.parentId) ?? []), child]);
  }
  return {
    ok: true,
    value: issues.map((issue) => {
      const own = childrenOf.get(issue.issueId) ?? [];
      const timeZone = links.get(issue.issueId)?.timeZone ?? 'UTC';
      const count = countWork(issue, own, site.rules);
      const dates = workDates(issue, own, moves.value, site.rules, timeZone);
      const movesOf = ({ issueId }: JiraIssue) => moves.value.get(issueId) ?? [];
      const unsaid = dates.assumed.includes('no-changelog');
      const last = before.get(issue.issueId);
      const redefined = !unsaid && isRedefined(last, count, movesOf(issue), [issue, ...own].flatMap(movesOf));
      return {
        ...count,
        ...dates,
        assumed: redefined ? [...dates.assumed, 'status-redefined'] : dates.assumed,
        issueId: issue.issueId,
        projectId: issue.projectId,
        children: own.length,
        asOf: now,
        gone: false,
      };
    }),
  };
}

/** Writes the property only where it differs from what is attached. */
async function keepProperties(
  { jira }: Upkeep,
  site: SiteReading,
  issues: readonly JiraIssue[],
  links: ReadonlyMap<IssueId, IssueLinks>,
): Promise<JiraAnswer<Pick<Kept, 'written' | 'refused'>>> {
  const due = issues
    .map(({ issueId, property }) => ({ issueId, has: property, wants: propertyOf(site, links.get(issueId)) }))
    .filter(({ has, wants }) => JSON.stringify(has) !== JSON.stringify(wants));
  const done = { written: 0, refused: 0 };
  for (let at = 0; at < due.length; at += writesAtOnce) {
    const answers = await Promise.all(
      due
        .slice(at, at + writesAtOnce)
        .map(({ issueId, wants }) =>
          wants ? jira.writeWaymarkProperty(issueId, wants) : jira.removeWaymarkProperty(issueId),
        ),
    );
    let stop: JiraUnavailable | undefined;
    for (const answer of answers) {
      if (!answer.ok) stop = answer.unavailable;
      else if (answer.value === 'refused') done.refused += 1;
      else done.written += 1;
    }
    if (stop) return { ok: false, unavailable: stop };
  }
  return { ok: true, value: done };
}

function propertyOf(site: SiteReading, link: IssueLinks | undefined): WaymarkProperty | null {
  if (!link) return null;
  return { linked: true, keyResults: link.keyResultNumbers.map((n) => `${site.keyPrefix.keyResult}-${n}`) };
}
