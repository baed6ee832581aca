/** The part of the call table about KPIs: standing metrics with a healthy range, beside the OKRs. */
import { z } from 'zod/mini';
import type { Correction } from '../domain/correction';
import type { LocalDate } from '../domain/dates';
import type { CorrectionId, KeyResultId, KpiId, KpiValueId } from '../domain/ids';
import type { KpiValue, KpiWords } from '../domain/kpi';
import type { TeamName } from '../domain/team-tree';
import { call } from './declare-call';
import * as input from './inputs';
import { correctedWhy, turn } from './measuring-calls';
import type { HistoryEntry, SiteReading, TeamReading } from './readings';

/** A KPI as recorded; how it stands is worked out from it by `kpiStanding`. */
export type KpiReading = KpiWords & {
  id: KpiId;
  version: number;
  team: Pick<TeamReading, 'id' | 'name' | 'timeZone' | 'projectIds'>;
  madeOn: LocalDate;
  removed: boolean;
  /** As they stand after corrections, the oldest day first; in lists the last few alone. */
  values: KpiValue[];
  can: { edit: boolean; record: boolean };
};
export type KpiList = {
  site: SiteReading;
  kpis: KpiReading[];
  /** Teams that the person asking may make KPIs for. */
  teams: (TeamName & Pick<TeamReading, 'projectIds' | 'cadence'>)[];
  /** Teams whose KPIs these are. */
  teamsWithKpis: TeamName[];
};
/** A key result whose values are this KPI's. */
export type KpiFollower = {
  id: KeyResultId;
  key: string;
  title: string;
  teamName: string;
  cycleName: string;
};
export type KpiPage = {
  site: SiteReading;
  kpi: KpiReading;
  /** The oldest first. */
  corrections: Correction[];
  history: HistoryEntry[];
  /** Those the person asking may see. */
  followers: KpiFollower[];
};

const kpi = z.object({
  name: input.line(120, 'the KPI’s name'),
  description: input.note(4000, 'what counts'),
  owner: z.nullable(input.accountId),
  unit: input.unit,
  min: z.nullable(input.number),
  max: z.nullable(input.number),
  cadence: input.cadence,
});
const why = input.note(1000, 'the reason');

type Saved = { id: KpiId; version: number };

export const kpiCalls = {
  'kpi.create': call<Saved>()(
    'team-lead',
    z.object({ id: input.kpiId, requestId: input.requestId, teamId: input.teamId, kpi }),
  ),
  'kpi.edit': call<Saved>()('kpi-writer', z.object({ id: input.kpiId, ...input.change, kpi, why })),
  /** Takes a KPI away, or brings it back: each the undo of the other. Key results keep the values they got from it. */
  'kpi.set-removed': call<Saved>()(
    'kpi-writer',
    z.object({ id: input.kpiId, ...input.change, removed: z.boolean(), why }),
  ),
  /** Records a value, for the key results that follow the KPI, too. */
  'kpi.record': call<{ id: KpiValueId }>()(
    'team-member',
    z.object({
      id: input.checkInId,
      kpiId: input.kpiId,
      day: input.day,
      value: input.number,
      note: input.note(2000, 'the note'),
      /** `sample`: made up to look around. */
      source: z.enum(['person', 'sample']),
    }),
  ),
  /** Corrects a value, or takes it back (`value` null), for the key results that follow the KPI, too. */
  'kpi.correct': call<{ id: CorrectionId }>()(
    'team-member',
    z.object({
      id: input.correctionId,
      kpiId: input.kpiId,
      kpiValueId: input.checkInId,
      turn,
      value: z.nullable(input.number),
      why: correctedWhy,
    }),
  ),
  /** KPIs of a team, or of the whole site. */
  'kpi.list': call<KpiList>()('reader', z.object({ teamId: z.nullable(input.teamId) })),
  'kpi.read': call<KpiPage>()('reader', z.object({ id: input.kpiId })),
} as const;
