import type { Input } from '../../../../../src/contract/calls';
import { checkRules } from '../../../../../src/domain/check-rules';
import type { LocalDate } from '../../../../../src/domain/dates';
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
  mailFrom: IssueId | null;
};

/** What is wrong with a field; `number` where its text is none. */
export type SettingsFault = { kind: 'number' | 'prefix' } | { kind: 'rule'; message: string };
export type SettingsRead = { settings: Settings; faults: Map<keyof SettingsDraft, SettingsFault> };

/** Saved settings as texts to edit. */
export function draftOfSettings({ rules, keyPrefix, mailFrom }: Settings, locale: string): SettingsDraft {
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
    mailFrom,
  };
}

/** The settings a draft says, and what is wrong with them; with faults they cannot be saved. */
export function readSettings(draft: SettingsDraft, locale: string): SettingsRead {
  const faults: SettingsRead['faults'] = new Map();
  const share = (field: 'ahead' | 'onPace' | 'behind' | 'aspirational'): number => {
    const value = parseNumber(draft[field], locale);
    if (value === null) faults.set(field, { kind: 'number' });
    return tidy((value ?? 0) / 100);
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
  };
  const settings = {
    rules,
    keyPrefix: { objective: prefix('objectivePrefix'), keyResult: prefix('keyResultPrefix') },
    mailFrom: draft.mailFrom,
  };
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
  mailFrom: 'mailFrom',
};

/** 0.07 × 100 is 7, not 7.000000000000001. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
