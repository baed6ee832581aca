import Textfield from '@atlaskit/textfield';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Reading } from '../rpc/use-call';
import { Field } from './field';
import { Read } from './read';
import styles from './search-list.module.css';
import { useDebounced } from './use-debounced';

/** Options under a heading; '' for a list without headings. */
export type OptionGroup<T> = { id: string; label: string; options: readonly T[] };

type Props<T, R> = {
  label: string;
  hint: string;
  /** What the list is called. */
  results: string;
  /** What was typed, once the typing has paused. */
  asked: string;
  onAsk: (text: string) => void;
  reading: Reading<R>;
  /** What was found for `asked`, in the order it is shown. */
  groups: readonly OptionGroup<T>[];
  idOf: (option: T) => string;
  /** One option, as it reads in the list. */
  children: (option: T) => ReactNode;
  /** How many were found, or why there is nothing. */
  said: string;
  onPick: (option: T) => void;
};

/** Typing pauses this long before it is searched for, in milliseconds. */
const pause = 200;

/**
 * A search with its results beneath it: arrow keys choose, Enter picks, and so does a click. Enter before the words were
 * searched for picks the first that is found for them.
 */
export function SearchList<T, R>({
  label,
  hint,
  results,
  asked,
  onAsk,
  reading,
  groups,
  idOf,
  children,
  said,
  onPick,
}: Props<T, R>) {
  const listId = useId();
  const [text, setText] = useState(asked);
  const [active, setActive] = useState(0);
  const entered = useRef<string | null>(null);
  const settled = useDebounced(text.trim(), pause);
  const options = groups.flatMap((group) => group.options);
  const at = Math.min(active, options.length - 1);
  const current = options[at];
  const optionId = (option: T) => `${listId}-${idOf(option)}`;
  const currentId = current && optionId(current);

  useEffect(() => onAsk(settled), [settled, onAsk]);
  useEffect(pickEntered);
  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  function pickEntered() {
    if (entered.current === null || entered.current !== asked || !current) return;
    entered.current = null;
    onPick(current);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setActive((at + step + options.length) % options.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      // While the list still answers older words, picking from it would pick what was not asked for.
      entered.current = text.trim();
      pickEntered();
    }
  }

  const shownOptions = (group: OptionGroup<T>) =>
    group.options.map((option) => (
      <div
        key={idOf(option)}
        id={optionId(option)}
        role="option"
        aria-selected={option === current}
        className={styles.option}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(option)}
      >
        {children(option)}
      </div>
    ));

  return (
    <div className={styles.search}>
      <Field label={label} hint={hint}>
        {(wiring) => (
          <Textfield
            {...wiring}
            role="combobox"
            aria-expanded={options.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={currentId}
            autoComplete="off"
            autoFocus
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setActive(0);
              entered.current = null;
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <Read reading={reading}>
        {() => (
          <>
            <p className={styles.said} role="status">
              {said}
            </p>
            {options.length > 0 && (
              <div id={listId} className={styles.list} role="listbox" aria-label={results}>
                {groups.map((group) =>
                  group.label === '' ? (
                    shownOptions(group)
                  ) : (
                    <div key={group.id} role="group" aria-labelledby={`${listId}-${group.id}`}>
                      <div id={`${listId}-${group.id}`} className={styles.groupLabel} role="presentation">
                        {group.label}
                      </div>
                      {shownOptions(group)}
                    </div>
                  ),
                )}
              </div>
            )}
          </>
        )}
      </Read>
    </div>
  );
}
