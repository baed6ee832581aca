import Heading from '@atlaskit/heading';
import { useMemo, useState } from 'react';
import { Choice } from '../../components/choice';
import { Notice } from '../../components/notice';
import { importing } from '../../messages/en/import';
import type { Message } from '../../messages/messages';
import { useWords } from '../../messages/use-words';
import pages from '../pages/pages.module.css';
import form from '../objective/form.module.css';
import type { Cell } from '../portable/csv-text';
import { fields, guessColumns, type Columns, type Field } from './columns';
import type { FoundDocument } from './document';
import { documentOfRows } from './rows-document';

const names: Record<Field, Message> = {
  objective: importing.fieldObjective,
  keyResult: importing.fieldKeyResult,
  owner: importing.fieldOwner,
  start: importing.fieldStart,
  target: importing.fieldTarget,
  current: importing.fieldCurrent,
  unit: importing.fieldUnit,
  due: importing.fieldDue,
  why: importing.fieldWhy,
  initiative: importing.fieldInitiative,
};

type Props = {
  rows: Cell[][];
  isLocked: boolean;
  /** The rest, for the document that these columns make. */
  children: (document: FoundDocument, key: string) => React.ReactNode;
};

/** Which column is what: guessed from the headings, and to be corrected. */
export function ColumnStep({ rows, isLocked, children }: Props) {
  const { t, locale } = useWords();
  const heads = useMemo(() => (rows[0] ?? []).map((cell) => String(cell ?? '').trim()), [rows]);
  const [columns, setColumns] = useState<Columns>(() => guessColumns(heads));
  const document = useMemo(() => documentOfRows(rows, columns, locale), [rows, columns, locale]);
  const isEnough = columns.objective !== null && document.objectives.length > 0;
  return (
    <>
      {!isLocked && (
        <section className={pages.step} aria-label={t(importing.stepColumns)}>
          <Heading size="small" as="h2">
            {t(importing.stepColumns)}
          </Heading>
          <p className={pages.quiet}>{t(importing.columnsWhy)}</p>
          <div className={form.pair}>
            {fields.map((field) => (
              <Choice<number | null>
                key={field}
                isCompact
                label={t(names[field])}
                value={columns[field]}
                options={[
                  { value: null, label: t(importing.noColumn) },
                  ...heads.map((head, at) => ({
                    value: at,
                    label: head === '' ? t(importing.columnAt, { at: at + 1 }) : head,
                  })),
                ]}
                onChoose={(at) => setColumns((now) => ({ ...now, [field]: at }))}
              />
            ))}
          </div>
          {!isEnough && <Notice tone="warning">{t(importing.noObjectiveColumn)}</Notice>}
        </section>
      )}
      {isEnough && children(document, JSON.stringify(columns))}
    </>
  );
}
