import Textfield from '@atlaskit/textfield';
import { useId, useState, type KeyboardEvent } from 'react';
import type { KeyResultOption } from '../../../../../src/contract/calls';
import type { ProjectId } from '../../../../../src/domain/ids';
import { Field } from '../../components/field';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { attach } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import styles from './attach.module.css';
import { useDebounced } from './use-debounced';

type Props = { projectId: ProjectId | null; onPick: (option: KeyResultOption) => void };

/** Finds a key result by key, words or team; the most likely ones stand there before anything is typed. */
export function KeyResultSearch({ projectId, onPick }: Props) {
  const { t } = useWords();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDebounced(text.trim(), 200);
  const reading = useCall('key-result.search', { text: asked, projectId });
  const options = reading.state === 'ready' ? reading.value.options : [];
  const current = options[Math.min(active, options.length - 1)];

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, options.length - 1) + step + options.length) % options.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (current) onPick(current);
    }
  }

  return (
    <div className={styles.search}>
      <Field label={t(attach.search)} hint={t(attach.searchHint)}>
        {(wiring) => (
          <Textfield
            {...wiring}
            role="combobox"
            aria-expanded={options.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current && `${listId}-${current.id}`}
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
        {({ options: found }) =>
          found.length === 0 ? (
            <p className={styles.quiet} role="status">
              {asked === '' ? t(attach.noneYet) : t(attach.noneFound, { text: asked })}
            </p>
          ) : (
            <>
              <p className={styles.quiet} role="status">
                {asked !== ''
                  ? t(attach.count, { count: found.length })
                  : t(projectId === null ? attach.likelyAnywhere : attach.likely)}
              </p>
              <ul id={listId} className={styles.options} role="listbox" aria-label={t(attach.results)}>
                {found.map((option) => (
                  <li
                    key={option.id}
                    id={`${listId}-${option.id}`}
                    role="option"
                    aria-selected={option === current}
                    className={styles.option}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => onPick(option)}
                  >
                    <OptionText option={option} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Read>
    </div>
  );
}

/** A key result among others: enough to tell it from them. */
export function OptionText({
  option: { key, title, owner, objective, team, cycle },
}: {
  option: KeyResultOption;
}) {
  return (
    <>
      <span className={styles.optionTitle}>
        <strong>{key}</strong> {title}
      </span>
      <span className={styles.quiet}>
        {objective.key} {objective.title} · {team.name} · {cycle.name} · <Person id={owner} inline />
      </span>
    </>
  );
}
