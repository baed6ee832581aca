import { changeWords as texts } from '../../messages/en/changes';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';

const names: Partial<Record<string, Message>> = {
  name: texts.fieldName,
  title: texts.fieldTitle,
  owner: texts.fieldOwner,
  lead: texts.fieldLead,
  members: texts.fieldMembers,
  viewers: texts.fieldViewers,
  restricted: texts.fieldRestricted,
  level: texts.fieldLevel,
  parentId: texts.fieldParentId,
  projectIds: texts.fieldProjectIds,
  timeZone: texts.fieldTimeZone,
  cadence: texts.fieldCadence,
  archived: texts.fieldArchived,
  startsOn: texts.fieldStartsOn,
  endsOn: texts.fieldEndsOn,
  dueOn: texts.fieldDueOn,
  phase: texts.fieldPhase,
  why: texts.fieldWhy,
  metric: texts.fieldMetric,
  behaviour: texts.fieldBehaviour,
  unit: texts.fieldUnit,
  commitment: texts.fieldCommitment,
  indicator: texts.fieldIndicator,
  weight: texts.fieldWeight,
  checkpoints: texts.fieldCheckpoints,
  measuredEvery: texts.fieldMeasuredEvery,
  definition: texts.fieldDefinition,
  hypothesis: texts.fieldHypothesis,
  publicName: texts.fieldPublicName,
  liveOn: texts.fieldLiveOn,
  kind: texts.fieldKind,
  on: texts.fieldOn,
  until: texts.fieldUntil,
  score: texts.fieldScore,
  label: texts.fieldLabel,
  said: texts.fieldSaid,
  next: texts.fieldNext,
  helped: texts.fieldHelped,
  hindered: texts.fieldHindered,
  learned: texts.fieldLearned,
  willChange: texts.fieldWillChange,
  verdict: texts.fieldVerdict,
  decision: texts.fieldDecision,
  ask: texts.fieldAsk,
  finding: texts.fieldFinding,
  value: texts.fieldValue,
  jql: texts.fieldJql,
  every: texts.fieldEvery,
  min: texts.fieldMin,
  max: texts.fieldMax,
  description: texts.fieldDescription,
  rules: texts.fieldRules,
  keyPrefix: texts.fieldKeyPrefix,
  mission: texts.fieldMission,
  priorities: texts.fieldPriorities,
  spaceId: texts.fieldSpaceId,
  serves: texts.fieldServes,
  keyResult: texts.fieldKeyResult,
  under: texts.fieldUnder,
  team: texts.fieldTeam,
  needs: texts.fieldNeeds,
  state: texts.fieldState,
  kpi: texts.fieldKpi,
  person: texts.fieldPerson,
  mailFrom: texts.fieldMailFrom,
};

/** Fields that hold people. */
export const peopleFields: ReadonlySet<string> = new Set(['owner', 'lead', 'members', 'viewers', 'person']);
/** What the act itself says already. */
export const silentFields: ReadonlySet<string> = new Set([
  'removed',
  'shown',
  'attached',
  'kpiId',
  'archived',
  'phase',
]);

/** A field as the form that changes it calls it. */
export function sayField(field: string, { t }: Words): string {
  const known = names[field];
  return known ? t(known) : field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
