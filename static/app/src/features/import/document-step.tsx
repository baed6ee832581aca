import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useId, useRef, useState } from 'react';
import { LongText } from '../../components/long-text';
import { Notice } from '../../components/notice';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import pages from '../pages/pages.module.css';
import type { Reading } from './document';
import styles from './import.module.css';
import type { Source } from './import-page';
import { readFile } from './read-file';
import { readMarkdown } from './read-markdown';

/** More than this in one go is no cycle of one team. */
const mostItems = 400;

type Props = { source: Source | null; isLocked: boolean; onSource: (source: Source | null) => void };

/** The document: uploaded, dropped or pasted. What cannot be read says what to do instead. */
export function DocumentStep({ source, isLocked, onSource }: Props) {
  const { t } = useWords();
  const count = source && countsOf(source);
  return (
    <section className={pages.step} aria-label={t(importing.stepDocument)}>
      <Heading size="small" as="h2">
        {t(importing.stepDocument)}
      </Heading>
      {source === null || count === null ? (
        <Choose onSource={onSource} />
      ) : (
        <div className={pages.row}>
          <p role="status">{t(importing.readFrom, { name: source.name, ...count })}</p>
          {!isLocked && (
            <Button spacing="compact" onClick={() => onSource(null)}>
              {t(importing.another)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Choose({ onSource }: { onSource: (source: Source) => void }) {
  const { t, number } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  function take(name: string, reading: Reading) {
    if (!reading.ok) {
      setRefused(reading.message);
      return;
    }
    const source = { name, document: reading.document };
    const { objectives, keyResults, initiatives } = countsOf(source);
    const count = objectives + keyResults + initiatives;
    if (count > mostItems) {
      setRefused(t(importing.tooMany, { count: number(count), most: number(mostItems) }));
    } else onSource(source);
  }
  async function upload(file: File | undefined) {
    if (file !== undefined) take(file.name, await readFile(file));
  }

  return (
    <>
      <div
        className={styles.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void upload(event.dataTransfer.files[0]);
        }}
      >
        <p>{t(importing.drop)}</p>
        <input
          ref={input}
          id={inputId}
          className={styles.file}
          type="file"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          aria-label={t(importing.choose)}
          onChange={(event) => {
            void upload(event.currentTarget.files?.[0]);
            // The same file may be chosen again after it was corrected.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {refused !== null && <Notice tone="error">{refused}</Notice>}
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          take(t(importing.pasted), readMarkdown(text));
        }}
      >
        <LongText label={t(importing.orPaste)} value={text} onText={setText} />
        <div>
          <Button type="submit">{t(importing.readText)}</Button>
        </div>
      </form>
      <details className={styles.fold}>
        <summary>{t(importing.shape)}</summary>
        <div className={styles.stack}>
          <p>{t(importing.shapeWhy)}</p>
          <pre className={styles.source}>{example}</pre>
        </div>
      </details>
    </>
  );
}

const example = `## Objective: Young readers come back on their own.

### Key Results

#### P0: Borrow

Books borrowed without a school list rise from 600 to 900 a month.

### Initiatives

#### Shelf of the week

**KR**: Borrow
**Owner**: @mara

A shelf that children fill themselves.`;

function countsOf({ document: { objectives } }: Source) {
  return {
    objectives: objectives.length,
    keyResults: objectives.flatMap(({ keyResults }) => keyResults).length,
    initiatives: objectives.flatMap(({ initiatives }) => initiatives).length,
  };
}
