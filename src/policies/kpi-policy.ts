import type { AccountId } from '../domain/ids';
import type { Who } from './actor';
import { mayEditTeam, type TeamFacts } from './team-policy';

export type KpiPlace = { kpi: { owner: AccountId | null }; team: TeamFacts };

/** Its owner, its team's lead and OKR leads change a KPI. */
export function mayEditKpi(who: Who, { kpi, team }: KpiPlace): boolean {
  return kpi.owner === who.accountId || mayEditTeam(who, team);
}

/** The team's members, and whoever writes the KPI, record its values. */
export function mayRecordKpi(who: Who, place: KpiPlace): boolean {
  return place.team.members.includes(who.accountId) || mayEditKpi(who, place);
}

/** Whoever recorded a value and may record still, and whoever writes the KPI, correct it. */
export function mayCorrectKpi(who: Who, value: { by: AccountId }, place: KpiPlace): boolean {
  return value.by === who.accountId ? mayRecordKpi(who, place) : mayEditKpi(who, place);
}
