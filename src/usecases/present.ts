/** From what is stored to what a person reads: short keys, and what they may do. */
import type {
  KeyResultReading,
  ObjectiveReading,
  OkrsReading,
  SiteReading,
  TeamReading,
} from '../contract/readings';
import { viewer, type Actor, type Who } from '../policies/actor';
import { mayDetachInitiative, mayEditInitiative, mayJudge } from '../policies/initiative-policy';
import { mayCheckIn, mayEditKeyResult, mayMarkEvent } from '../policies/key-result-policy';
import { mayEditObjective } from '../policies/objective-policy';
import { mayAddObjective, mayEditTeam } from '../policies/team-policy';
import type { KeyResultFacts, ObjectiveFacts, TeamRecord } from '../storage/records';

/** A team as `who` reads it. */
export function presentTeam(team: TeamRecord, who: Who): TeamReading {
  return {
    ...team,
    can: { edit: mayEditTeam(who, team), addObjective: !team.archived && mayAddObjective(who, team) },
  };
}

function presentKeyResult(
  keyResult: KeyResultFacts,
  objective: ObjectiveFacts,
  site: SiteReading,
  who: Who,
): KeyResultReading {
  // Corrections are said on the key result's own page, which reads them beside this.
  const { number, corrections: _, ...facts } = keyResult;
  const place = { ...objective, keyResult };
  const open = objective.cycle.phase !== 'closed';
  return {
    ...facts,
    key: `${site.keyPrefix.keyResult}-${number}`,
    initiatives: keyResult.initiatives.map((initiative) => ({
      ...initiative,
      can: {
        edit: open && mayEditInitiative(who, initiative, place),
        detach: open && mayDetachInitiative(who, initiative, place),
        setLive: mayEditInitiative(who, initiative, place),
        judge: mayJudge(who, place),
      },
    })),
    events: keyResult.events.map((event) => ({ ...event, can: { edit: mayMarkEvent(who, place) } })),
    // A closed cycle still takes follow-up measurements, verdicts and what they need (design §3.1).
    can: {
      edit: open && mayEditKeyResult(who, place),
      checkIn: mayCheckIn(who, place),
      markEvent: mayMarkEvent(who, place),
    },
  };
}

/** OKRs as `who` reads them. */
export function present(
  { site, objectives }: { site: SiteReading; objectives: readonly ObjectiveFacts[] },
  who: Who,
): OkrsReading {
  return {
    site,
    objectives: objectives.map((facts): ObjectiveReading => {
      const { number, ...objective } = facts.objective;
      return {
        ...objective,
        ownerLeft: facts.ownerLeft,
        key: `${site.keyPrefix.objective}-${number}`,
        team: presentTeam(facts.team, who),
        cycle: facts.cycle,
        keyResults: facts.keyResults.map((keyResult) => presentKeyResult(keyResult, facts, site, who)),
        can: { edit: facts.cycle.phase !== 'closed' && mayEditObjective(who, facts) },
      };
    }),
  };
}

/**
 * The same for views of key results alone: Jira is asked whether the viewer leads OKRs only where their roles do not allow
 * everything on the key results read.
 */
export async function presentKeyResults(
  actor: Actor,
  found: Parameters<typeof present>[0],
): Promise<OkrsReading> {
  const byRole = present(found, { accountId: actor.accountId, okrLead: false });
  const leading = present(found, { accountId: actor.accountId, okrLead: true });
  return allowedOn(byRole) !== allowedOn(leading) && (await viewer(actor)).okrLead ? leading : byRole;
}

function allowedOn({ objectives }: OkrsReading): string {
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  return JSON.stringify(
    keyResults.map(({ can, initiatives, events }) => [
      can,
      ...[...initiatives, ...events].map((one) => one.can),
    ]),
  );
}
