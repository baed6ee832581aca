import { useState } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import { SearchList } from '../../components/search-list';
import { macroConfig as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import { choicesFor, type MacroChoice } from './choices';
import styles from './settings.module.css';

type Props = { directory: Directory; onPick: (choice: MacroChoice) => void };

/** Finds what to show among objectives, key results, teams and cycles; what runs now stands there before anything is typed. */
export function ChoiceSearch({ directory, onPick }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState('');
  const reading = useCall('macro.search', { text: asked });
  const groups = reading.state === 'ready' ? choicesFor(asked, directory, reading.value) : [];
  const count = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  const none = t(asked === '' ? texts.noneYet : texts.noneFound, { text: asked });
  return (
    <SearchList
      label={t(texts.search)}
      hint={t(texts.searchHint)}
      results={t(texts.results)}
      asked={asked}
      onAsk={setAsked}
      reading={reading}
      groups={groups.map(({ kind, choices }) => ({
        id: kind,
        label: t(texts[`${kind}s`]),
        options: choices,
      }))}
      idOf={(choice) => choice.show.id}
      said={count === 0 ? none : t(asked === '' ? texts.likely : texts.found, { count })}
      onPick={onPick}
    >
      {({ key, title, detail }) => (
        <>
          <span>
            {key !== '' && <span className={styles.key}>{key} </span>}
            {title}
          </span>
          {detail !== '' && <span className={styles.quiet}>{detail}</span>}
        </>
      )}
    </SearchList>
  );
}
