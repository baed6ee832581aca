import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useId, useRef, useState } from 'react';
import { LongText } from '../../components/long-text';
import { Notice } from '../../components/notice';
import { importing } from '../../messages/en/import';
import { portable } from '../../messages/en/portable';
import { useWords, type Words } from '../../messages/use-words';
import type { FoundDocument } from './document';
import pages from '../pages/pages.module.css';
import styles from './import.module.css';
import type { Source } from './import-page';
import { readAny, readText, type AnyReading } from './read-any';

/** More than this in one go is no cycle of one team. */
const mostItems = 400;

type Props = { source: Source | null; isLocked: boolean; onSource: (source: Source | null) => void };

/** The document: uploaded, dropped or pasted. What cannot be read says what to do instead. */
export function DocumentStep({ source, isLocked, onSource }: Props) {
  const { t } = useWords();
  return (
    <section className={pages.step} aria-label={t(importing.stepDocument)}>
      <Heading size="small" as="h2">
        {t(importing.stepDocument)}
      </Heading>
      {source === null ? (
        <Choose onSource={onSource} />
      ) : (
        <div className={pages.row}>
          <p role="status">{sayRead(source, t)}</p>
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

  function take(name: string, reading: AnyReading) {
    if (!reading.ok) {
      setRefused(reading.message);
      return;
    }
    const source: Source = { name, content: reading };
    const count = itemsIn(reading);
    if (count > mostItems) {
      setRefused(t(importing.tooMany, { count: number(count), most: number(mostItems) }));
    } else onSource(source);
  }
  async function upload(file: File | undefined) {
    if (file === undefined) return;
    const { notWorkbook, notCsv, emptyFile } = portable;
    take(
      file.name,
      await readAny(file, { notWorkbook: t(notWorkbook), notCsv: t(notCsv), empty: t(emptyFile) }),
    );
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
          accept=".md,.markdown,.txt,.csv,.tsv,.xlsx,text/markdown,text/plain,text/csv"
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
          void readText(text).then((reading) => take(t(importing.pasted), reading));
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

/** What was read, in a sentence. */
function sayRead({ name, content }: Source, t: Words['t']): string {
  switch (content.kind) {
    case 'document':
      return t(importing.readFrom, { name, ...countsOf(content.document) });
    case 'rows':
      return t(importing.readTable, { name, count: content.rows.length - 1 });
    case 'data':
      return t(importing.readData, { name });
  }
}

/** Items that a person would look through; exported data is compared, not looked through. */
function itemsIn(reading: Extract<AnyReading, { ok: true }>): number {
  if (reading.kind === 'data') return 0;
  if (reading.kind === 'rows') return reading.rows.length - 1;
  const { objectives, keyResults, initiatives } = countsOf(reading.document);
  return objectives + keyResults + initiatives;
}

function countsOf({ objectives }: FoundDocument) {
  return {
    objectives: objectives.length,
    keyResults: objectives.flatMap(({ keyResults }) => keyResults).length,
    initiatives: objectives.flatMap(({ initiatives }) => initiatives).length,
  };
}
