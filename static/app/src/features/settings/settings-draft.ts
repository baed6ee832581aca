import type { Input } from '../../../../../src/contract/calls';
import { checkRules } from '../../../../../src/domain/check-rules';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { BlockableRule } from '../../../../../src/domain/quality/finding';
import type { Cadence } from '../../../../../src/domain/metric';
import type { ScoreWords } from '../../../../../src/domain/score-labels';
import type { IssueId } from '../../../../../src/domain/ids';
import type { WorkUnit } from '../../../../../src/domain/initiative';
import { numberText, parseNumber } from '../../components/number-text';

export type Settings = Input<'settings.save'>['settings'];

/** The settings as they are being typed: shares of the way in percent, as texts. */
export type SettingsDraft = {
  ahead: string;
  onPace: string;
  behind: string;
  aspirational: string;
  holidays: LocalDate[];
  notDelivered: string[];
  countBy: WorkUnit;
  objectivePrefix: string;
  keyResultPrefix: string;
  committedAchieved: string;
  committedPartial: string;
  aspirationalAchieved: string;
  aspirationalPartial: string;
  scoreWords: ScoreWords;
  objectivesMany: string;
  objectivesTooMany: string;
  keyResultsFewest: string;
  keyResultsMost: string;
  carried: string;
  prepareDays: string;
  blocking: BlockableRule[];
  newTeamCadence: Cadence;
  newTeamTimeZone: string | null;
  mailFrom: IssueId | null;
};

/** Fields that are typed as numbers. */
type NumberField =
  | 'committedAchieved'
  | 'committedPartial'
  | 'aspirationalAchieved'
  | 'aspirationalPartial'
  | 'objectivesMany'
  | 'objectivesTooMany'
  | 'keyResultsFewest'
  | 'keyResultsMost'
  | 'carried'
  | 'prepareDays';

/** What is wrong with a field; `number` where its text is none. */
export type SettingsFault = { kind: 'number' | 'prefix' | 'same-prefix' } | { kind: 'rule'; message: string };
export type SettingsRead = { settings: Settings; faults: Map<keyof SettingsDraft, SettingsFault> };

/** Saved settings as texts to edit. */
export function draftOfSettings(settings: Settings, locale: string): SettingsDraft {
  const { rules, keyPrefix, mailFrom, scoreWords, newTeam } = settings;
  const { committed, aspirational } = rules.scoreLabels;
  const { objectives, keyResults, carried } = rules.caps;
  const plain = (value: number) => numberText(value, locale);
  const percent = (share: number) => numberText(tidy(share * 100), locale);
  return {
    ahead: percent(rules.pace.ahead),
    onPace: percent(rules.pace.onPace),
    behind: percent(rules.pace.behind),
    aspirational: percent(rules.aspirational),
    holidays: rules.holidays,
    notDelivered: rules.notDelivered,
    countBy: rules.countBy,
    objectivePrefix: keyPrefix.objective,
    keyResultPrefix: keyPrefix.keyResult,
    committedAchieved: plain(committed.achieved),
    committedPartial: plain(committed.partial),
    aspirationalAchieved: plain(aspirational.achieved),
    aspirationalPartial: plain(aspirational.partial),
    scoreWords,
    objectivesMany: plain(objectives.many),
    objectivesTooMany: plain(objectives.tooMany),
    keyResultsFewest: plain(keyResults.fewest),
    keyResultsMost: plain(keyResults.most),
    carried: plain(carried),
    prepareDays: plain(rules.prepareDays),
    blocking: rules.blocking,
    newTeamCadence: newTeam.cadence,
    newTeamTimeZone: newTeam.timeZone,
    mailFrom,
  };
}

/** What was typed since `from` laid over `now`: fields that nobody touched follow. */
export function typedOver(now: SettingsDraft, from: SettingsDraft, typed: SettingsDraft): SettingsDraft {
  const began = new Map<string, unknown>(Object.entries(from));
  const touched = Object.entries(typed).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(began.get(field)),
  );
  return { ...now, ...Object.fromEntries(touched) };
}

/** The settings a draft says, and what is wrong with them; with faults they cannot be saved. */
export function readSettings(draft: SettingsDraft, locale: string): SettingsRead {
  const faults: SettingsRead['faults'] = new Map();
  const share = (field: 'ahead' | 'onPace' | 'behind' | 'aspirational'): number => {
    const value = parseNumber(draft[field], locale);
    if (value === null) faults.set(field, { kind: 'number' });
    return tidy((value ?? 0) / 100);
  };
  const plain = (field: NumberField): number => {
    const value = parseNumber(draft[field], locale);
    if (value === null) faults.set(field, { kind: 'number' });
    return value ?? 0;
  };
  const prefix = (field: 'objectivePrefix' | 'keyResultPrefix'): string => {
    const letters = draft[field].trim();
    if (!/^[A-Z]{1,6}$/.test(letters)) faults.set(field, { kind: 'prefix' });
    return letters;
  };
  const rules = {
    pace: { ahead: share('ahead'), onPace: share('onPace'), behind: share('behind') },
    aspirational: share('aspirational'),
    holidays: draft.holidays,
    notDelivered: draft.notDelivered,
    countBy: draft.countBy,
    scoreLabels: {
      committed: { achieved: plain('committedAchieved'), partial: plain('committedPartial') },
      aspirational: { achieved: plain('aspirationalAchieved'), partial: plain('aspirationalPartial') },
    },
    caps: {
      objectives: { many: plain('objectivesMany'), tooMany: plain('objectivesTooMany') },
      keyResults: { fewest: plain('keyResultsFewest'), most: plain('keyResultsMost') },
      carried: plain('carried'),
    },
    prepareDays: plain('prepareDays'),
    blocking: draft.blocking,
  };
  const settings = {
    rules,
    keyPrefix: { objective: prefix('objectivePrefix'), keyResult: prefix('keyResultPrefix') },
    scoreWords: draft.scoreWords,
    newTeam: { cadence: draft.newTeamCadence, timeZone: draft.newTeamTimeZone },
    mailFrom: draft.mailFrom,
  };
  if (settings.keyPrefix.objective === settings.keyPrefix.keyResult && !faults.has('keyResultPrefix')) {
    faults.set('keyResultPrefix', { kind: 'same-prefix' });
  }
  if (faults.size === 0) {
    for (const { field, message } of checkRules(rules)) {
      const name = fieldNamed(field);
      if (name !== null) faults.set(name, { kind: 'rule', message });
    }
  }
  return { settings, faults };
}

/** The field that a path of a finding or a refusal is shown at; null for one the form has not. */
export function fieldNamed(path: string): keyof SettingsDraft | null {
  const name = path.replace(/^settings\./, '').replace(/\.\d+$/, '');
  return fields[name] ?? null;
}

const fields: Readonly<Record<string, keyof SettingsDraft>> = {
  'rules.pace.ahead': 'ahead',
  'rules.pace.onPace': 'onPace',
  'rules.pace.behind': 'behind',
  'rules.aspirational': 'aspirational',
  'rules.holidays': 'holidays',
  'rules.notDelivered': 'notDelivered',
  'rules.countBy': 'countBy',
  'keyPrefix.objective': 'objectivePrefix',
  'keyPrefix.keyResult': 'keyResultPrefix',
  'rules.scoreLabels.committed.achieved': 'committedAchieved',
  'rules.scoreLabels.committed.partial': 'committedPartial',
  'rules.scoreLabels.aspirational.achieved': 'aspirationalAchieved',
  'rules.scoreLabels.aspirational.partial': 'aspirationalPartial',
  'rules.caps.objectives.many': 'objectivesMany',
  'rules.caps.objectives.tooMany': 'objectivesTooMany',
  'rules.caps.keyResults.fewest': 'keyResultsFewest',
  'rules.caps.keyResults.most': 'keyResultsMost',
  'rules.caps.carried': 'carried',
  'rules.prepareDays': 'prepareDays',
  'rules.blocking': 'blocking',
  'scoreWords.achieved': 'scoreWords',
  'scoreWords.partial': 'scoreWords',
  'scoreWords.missed': 'scoreWords',
  'scoreWords.dropped': 'scoreWords',
  'newTeam.timeZone': 'newTeamTimeZone',
  mailFrom: 'mailFrom',
};

/** 0.07 × 100 is 7, not 7.000000000000001. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
