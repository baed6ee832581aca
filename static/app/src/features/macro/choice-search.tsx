import Textfield from '@atlaskit/textfield';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import { Field } from '../../components/field';
import { Read } from '../../components/read';
import { macroConfig as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import { useDebounced } from '../attach/use-debounced';
import { choicesFor, type ChoiceGroup, type MacroChoice } from './choices';
import styles from './settings.module.css';

type Props = { directory: Directory; onPick: (choice: MacroChoice) => void };

/** Finds what to show among objectives, key results, teams and cycles; what runs now stands there before anything is typed. */
export function ChoiceSearch({ directory, onPick }: Props) {
  const { t } = useWords();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDebounced(text.trim(), 200);
  const reading = useCall('key-result.search', { text: asked, projectId: null });
  const groups = reading.state === 'ready' ? choicesFor(asked, directory, reading.value.options) : [];
  const choices = groups.flatMap((group) => group.choices);
  const at = Math.min(active, choices.length - 1);
  const current = choices[at];
  const optionId = (choice: MacroChoice) => `${listId}-${choice.show.id}`;
  const currentId = current && optionId(current);

  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setActive((at + step + choices.length) % choices.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      // While the list still answers older words, Enter would pick what was not asked for.
      if (current && asked === text.trim()) onPick(current);
    }
  }

  return (
    <div className={styles.search}>
      <Field label={t(texts.search)} hint={t(texts.searchHint)}>
        {(wiring) => (
          <Textfield
            {...wiring}
            role="combobox"
            aria-expanded={choices.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={currentId}
            autoComplete="off"
            autoFocus
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <Read reading={reading}>
        {() => (
          <>
            <p className={styles.quiet} role="status">
              {choices.length > 0
                ? t(asked === '' ? texts.likely : texts.found, { count: choices.length })
                : t(asked === '' ? texts.noneYet : texts.noneFound, { text: asked })}
            </p>
            {choices.length > 0 && (
              <div id={listId} className={styles.list} role="listbox" aria-label={t(texts.results)}>
                {groups.map((group) => (
                  <Group
                    key={group.kind}
                    group={group}
                    current={current}
                    optionId={optionId}
                    onPick={onPick}
                  />
                ))}
              </div>
            )}
          </>
        )}
      </Read>
    </div>
  );
}

type GroupProps = {
  group: ChoiceGroup;
  current: MacroChoice | undefined;
  optionId: (choice: MacroChoice) => string;
  onPick: (choice: MacroChoice) => void;
};

function Group({ group: { kind, choices }, current, optionId, onPick }: GroupProps) {
  const { t } = useWords();
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId}>
      <div id={labelId} className={styles.groupLabel} role="presentation">
        {t(texts[`${kind}s`])}
      </div>
      {choices.map((choice) => (
        <div
          key={choice.show.id}
          id={optionId(choice)}
          role="option"
          aria-selected={choice === current}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          <span>
            {choice.key !== '' && <span className={styles.key}>{choice.key} </span>}
            {choice.title}
          </span>
          {choice.detail !== '' && <span className={styles.quiet}>{choice.detail}</span>}
        </div>
      ))}
    </div>
  );
}
