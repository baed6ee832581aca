import type { KeyResultDraft } from './key-result-draft';

/** What every group of fields of a key result is given. */
export type FieldsProps = {
  draft: KeyResultDraft;
  change: (part: Partial<KeyResultDraft>) => void;
  /** What is wrong with a field, in a sentence; null when nothing is. */
  errorOf: (field: string) => string | null;
};
