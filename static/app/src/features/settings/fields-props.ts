import type { SettingsDraft } from './settings-draft';

/** What every group of settings is given. */
export type FieldsProps = {
  draft: SettingsDraft;
  change: (part: Partial<SettingsDraft>) => void;
  errorOf: (field: keyof SettingsDraft) => string | null;
  /** Shown to be read only. */
  isDisabled: boolean;
};
