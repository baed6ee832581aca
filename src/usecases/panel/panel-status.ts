import type { SiteReading } from '../../contract/readings';
import { dayIn, type Instant } from '../../domain/dates';
import type { IssueId } from '../../domain/ids';
import { byNeed } from '../../domain/ordering';
import { sayPace } from '../../domain/say';
import { standing, type Pace } from '../../domain/standing';
import type { Upkeep } from '../work/keep-issues';
import { servedBy, type Served } from './served-by';

/** A lozenge as Jira draws it (Forge docs, "Jira issue context", Status value properties). */
export type Lozenge = { label: string; type: 'default' | 'success' | 'moved' | 'removed' };

/** Sub-task, story, epic, and the levels that Jira plans put above. */
const levels = 6;

const tones: Record<Pace, Lozenge['type']> = {
  ahead: 'success',
  'on-pace': 'success',
  behind: 'moved',
  'far-behind': 'removed',
  unknown: 'default',
};

/**
 * What the collapsed panel of an issue says: "KR-3 · behind", with "+1" when it serves another one; the key result most
 * in need of a look comes first. Nobody knows who looks, so restricted OKRs are as if they were not there. One statement
 * for an issue that is attached itself; for others one Jira request and one statement for each level above it, up to the
 * attached one.
 */
export async function panelStatus(deps: Upkeep, issueId: IssueId): Promise<Lozenge> {
  let at: IssueId | null = issueId;
  for (let level = 0; at !== null && level < levels; level += 1) {
    const { site, objectives } = await deps.okrs.read({ by: 'issues', ids: [at] }, null);
    const served = servedBy(objectives, at, []);
    if (served.length > 0) return lozengeOf(served, site, deps.now);
    const found = await deps.jira.readIssues('app', [at]);
    // Jira silent: rather nothing about ancestors than no panel.
    at = found.ok ? (found.value[0]?.parentId ?? null) : null;
  }
  return { label: 'serves no key result', type: 'default' };
}

function lozengeOf(served: readonly Served[], site: SiteReading, now: Instant): Lozenge {
  const open = served.filter(({ objective }) => objective.cycle.phase !== 'closed');
  const shown = (open.length > 0 ? open : served)
    .map(({ objective: { team }, keyResult }) => {
      const { definition, checkIns, number } = keyResult;
      const record = { definition, checkIns, cadence: team.cadence };
      return { number, now: standing(record, site.rules, dayIn(team.timeZone, now)) };
    })
    .sort((a, b) => byNeed(a.now, b.now));
  const [first, ...others] = shown;
  if (!first) return { label: 'serves no key result', type: 'default' };
  const key = `${site.keyPrefix.keyResult}-${first.number}`;
  const more = others.length > 0 ? ` +${others.length}` : '';
  if (open.length === 0) return { label: `${key} · cycle closed${more}`, type: 'default' };
  return { label: `${key} · ${sayPace(first.now.pace)}${more}`, type: tones[first.now.pace] };
}
