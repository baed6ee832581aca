import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { Refusal } from '../../../../src/contract/result';
import { writing } from '../messages/en/writing';
import { useWords } from '../messages/use-words';
import { Notice } from './notice';
import { Person } from './person';
import states from './states.module.css';
import type { SharedField, Together } from './together';
import { When } from './when';

type Props<T> = {
  act: { refusal: Refusal | null };
  of: Together<T>;
  /** What the person began with, what is saved now, and what the person wants. */
  base: T;
  saved: T;
  mine: T;
  onTake: (field: SharedField<T>) => void;
  /** Begins again from what is saved. */
  onTakeAll: () => void;
};

/**
 * Others saved what this form is about while it was open: who, what from and to, and of what both changed, whose to
 * keep. Saving again is then a choice, not an accident (design §5).
 */
export function TogetherNotice<T>({ act, of, base, saved, mine, onTake, onTakeAll }: Props<T>) {
  const { t } = useWords();
  const refused = act.refusal?.code === 'changed' ? act.refusal : null;
  const shown = refused !== null || of.theirs.length + of.both.length > 0;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  if (!shown) return null;
  return (
    <div role="alert" ref={notice}>
      <Notice tone="warning" title={t(writing.togetherTitle)}>
        {refused?.changed && (
          <p>
            <Person id={refused.changed.by} inline /> · <When at={refused.changed.at} />
          </p>
        )}
        {of.theirs.length + of.both.length === 0 && <p>{t(writing.togetherSame)}</p>}
        {of.theirs.length > 0 && (
          <>
            <p>{t(writing.togetherTheirs)}</p>
            <ul>
              {of.theirs.map((field) => (
                <li key={field.label}>
                  <Change field={field} from={base} to={saved} />
                </li>
              ))}
            </ul>
          </>
        )}
        {of.both.length > 0 && (
          <>
            <p>{t(writing.togetherBoth)}</p>
            <ul className={states.meetings}>
              {of.both.map((field) => (
                <li key={field.label}>
                  <Change field={field} from={base} to={saved} />. {t(writing.togetherMine)}{' '}
                  <strong>{field.said(mine) || t(writing.togetherNothing)}</strong>.{' '}
                  <Button
                    spacing="compact"
                    aria-label={t(writing.togetherTakeOf, { field: field.label })}
                    onClick={() => onTake(field)}
                  >
                    {t(writing.togetherTake)}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className={states.choices}>
          <Button type="submit">{t(writing.togetherSave)}</Button>
          <Button onClick={onTakeAll}>{t(writing.togetherTakeAll)}</Button>
        </div>
      </Notice>
    </div>
  );
}

type ChangeProps<T> = { field: SharedField<T>; from: T; to: T };

/** “Target: 60 → 55” */
function Change<T>({ field, from, to }: ChangeProps<T>) {
  const { t } = useWords();
  return (
    <>
      {field.label}: {field.said(from) || t(writing.togetherNothing)} →{' '}
      {field.said(to) || t(writing.togetherNothing)}
    </>
  );
}
