import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../../src/contract/result';
import { writing } from '../messages/en/writing';
import { useWords } from '../messages/use-words';
import { callKey } from '../rpc/use-call';
import { Notice } from './notice';
import { Person } from './person';
import states from './states.module.css';
import { When } from './when';

type Props = {
  act: { refusal: Refusal | null; clear: () => void };
  /** Starts again from what the other person saved. */
  onTheirs: () => void;
};

/**
 * Somebody else saved first: says who, and lets the person choose. Meanwhile what they saved is read, so that saving
 * again is based on it and nothing is overwritten without knowing (design §5).
 */
export function ChangedNotice({ act, onTheirs }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const changed = act.refusal?.code === 'changed' ? act.refusal : null;
  const [readFor, setReadFor] = useState<Refusal | null>(null);
  useEffect(() => {
    if (changed === null) return;
    void client.invalidateQueries({ queryKey: [callKey] }).then(() => setReadFor(changed));
  }, [changed, client]);
  if (changed === null) return null;
  return (
    <Notice tone="warning" title={t(writing.changedTitle)}>
      {changed.changed && (
        <p>
          <Person id={changed.changed.by} inline /> · <When at={changed.changed.at} />
        </p>
      )}
      <p>{changed.message}</p>
      {/* Saved before theirs is read, mine would be based on what was there before them, and be refused once more. */}
      {readFor === changed && (
        <div className={states.choices}>
          <Button
            onClick={() => {
              act.clear();
              onTheirs();
            }}
          >
            {t(writing.changedTheirs)}
          </Button>
          <Button type="submit">{t(writing.changedMine)}</Button>
        </div>
      )}
    </Notice>
  );
}
