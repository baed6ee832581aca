import type { Stood } from '../../components/how-it-stands';
import type { CheckInDraft, DraftField } from './draft';

/** What each group of the check-in's fields receives. */
export type FieldsProps = {
  of: Stood;
  draft: CheckInDraft;
  change: (part: Partial<CheckInDraft>) => void;
  /** The first field takes the focus as it appears. */
  takesFocus: boolean;
  /** What is wrong with a field: the refusal about it, or `wrong` when it could not be read. */
  errorOf: (field: DraftField, wrong: string) => string | null;
};
