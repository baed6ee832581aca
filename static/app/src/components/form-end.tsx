import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../../src/contract/result';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { ActMessage } from './act-message';
import states from './states.module.css';

type Props = {
  act: { refusal: Refusal | null; failed: boolean; busy: boolean };
  /** Fields of the form that show their own refusals. */
  fields: readonly string[];
  save: string;
  /** What to do when somebody else saved first. */
  conflict: ReactNode;
  onCancel: (() => void) | undefined;
  /** One of several forms of a page, none of which is its one primary act. */
  isQuiet?: boolean;
};

/** How a form ends: why it was not saved, saving, and leaving it. */
export function FormEnd({ act, fields, save, conflict, onCancel, isQuiet = false }: Props) {
  const { t } = useWords();
  return (
    <>
      <ActMessage act={act} conflict={conflict} fields={fields} />
      <div className={states.choices}>
        <Button type="submit" appearance={isQuiet ? 'default' : 'primary'} isLoading={act.busy}>
          {save}
        </Button>
        {onCancel && (
          <Button appearance="subtle" onClick={onCancel}>
            {t(base.cancel)}
          </Button>
        )}
      </div>
    </>
  );
}
