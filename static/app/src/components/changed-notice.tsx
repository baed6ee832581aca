import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
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
  const changed = act.refusal?.code === 'changed';
  useEffect(() => {
    if (changed) void client.invalidateQueries({ queryKey: [callKey] });
  }, [changed, client]);
  if (!changed) return null;
  return (
    <Notice tone="warning" title={t(writing.changedTitle)}>
      {act.refusal?.changed && (
        <p>
          <Person id={act.refusal.changed.by} inline /> · <When at={act.refusal.changed.at} />
        </p>
      )}
      <p>{act.refusal?.message}</p>
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
    </Notice>
  );
}
