import Button from '@atlaskit/button/new';
import type { Refusal } from '../../../../src/contract/result';
import { writing } from '../messages/en/writing';
import { useWords } from '../messages/use-words';
import { Notice } from './notice';
import { Person } from './person';
import states from './states.module.css';
import { When } from './when';

type Props = {
  act: { refusal: Refusal | null; busy: boolean; clear: () => void };
  /** Starts again from what the other person saved. */
  onTheirs: () => void;
};

/**
 * Somebody else saved first: says who, and lets the person choose once what they saved is read (`useAct` does that), so that saving
 * again is based on it and nothing is overwritten without knowing (design §5).
 */
export function ChangedNotice({ act, onTheirs }: Props) {
  const { t } = useWords();
  const changed = act.refusal?.code === 'changed' ? act.refusal : null;
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
      {!act.busy && (
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
