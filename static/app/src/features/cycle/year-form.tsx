import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { CycleReading } from '../../../../../src/contract/readings';
import { yearFrom } from '../../../../../src/domain/cycle-parts';
import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import { Choice } from '../../components/choice';
import { Notice } from '../../components/notice';
import { RunProgress } from '../../components/run-progress';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { cycleWords as texts } from '../../messages/en/cycles';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { newId } from '../../rpc/act-ids';
import form from '../objective/form.module.css';
import pages from '../pages/pages.module.css';
import styles from './cycle.module.css';
import { useCycleRun, type CycleStep } from './use-cycle-run';
import { plannedParts, sameSpan, yearNameOf, type CutChoice, type Planned } from './year-plan';

type Props = {
  /** The cycle to divide; null: a year is made first. */
  outer: CycleReading | null;
  /** The first day of a new year, as suggested. */
  firstDay: LocalDate;
  cycles: readonly CycleReading[];
  onDone: () => void;
};

/** A year and the cycles within it, in one act: each is one cycle, made one after the other. */
export function YearForm({ outer, firstDay, cycles, onDone }: Props) {
  const words = useWords();
  const { t, day } = words;
  const [begin, setBegin] = useState<string>(firstDay);
  const [yearName, setYearName] = useState<string | null>(null);
  const [cut, setCut] = useState<CutChoice>('quarters');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [tried, setTried] = useState(false);
  const { run, start, stop } = useCycleRun();

  const span = outer ?? (isLocalDate(begin) ? yearFrom(begin) : null);
  const name = yearName ?? (span === null ? '' : yearNameOf(span));
  const top = outer ?? (span && sameSpan(cycles, span));
  const within = top ? cycles.filter(({ parentId }) => parentId === top.id) : [];
  const parts = span ? plannedParts({ ...span, name: outer?.name ?? name }, cut, within, words) : [];
  const nameOf = (part: Planned) => names.get(part.startsOn) ?? part.name;
  const open = parts.filter(({ there }) => there === null);
  const count = open.length + (top === null ? 1 : 0);
  const isNameless = (text: string) => tried && text.trim() === '';

  function make() {
    setTried(true);
    if (span === null || (outer === null && name.trim() === '')) return;
    if (open.some((part) => nameOf(part).trim() === '')) return;
    const yearId = top?.id ?? newId<'cycle'>();
    const step = (cycle: CycleStep['cycle'], id = newId<'cycle'>()): CycleStep => ({
      id,
      requestId: newId<'request'>(),
      cycle,
    });
    const { startsOn, endsOn } = span;
    void start([
      ...(top === null ? [step({ name: name.trim(), startsOn, endsOn, parentId: null }, yearId)] : []),
      ...open.map((part) =>
        step({
          name: nameOf(part).trim(),
          startsOn: part.startsOn,
          endsOn: part.endsOn,
          parentId: yearId,
        }),
      ),
    ]);
  }

  if (run.state === 'running') {
    return (
      <RunProgress
        label={t(texts.makingLabel)}
        said={t(texts.making, { done: run.done, total: run.total, name: run.name })}
        done={run.done}
        total={run.total}
        onStop={stop}
      />
    );
  }
  if (run.state === 'done') {
    return (
      <>
        <p role="status">{t(texts.made, { count: run.made })}</p>
        <div>
          <Button onClick={onDone}>{t(base.close)}</Button>
        </div>
      </>
    );
  }
  if (run.state === 'stopped') {
    return (
      <Notice tone={run.message === '' ? 'info' : 'error'}>
        {run.message !== '' && <p>{run.message}</p>}
        <p role="status">{t(texts.notAll, { count: run.left.length })}</p>
        <div className={pages.row}>
          <Button appearance="primary" onClick={() => void start(run.left)}>
            {t(texts.goOn)}
          </Button>
          <Button appearance="subtle" onClick={onDone}>
            {t(base.close)}
          </Button>
        </div>
      </Notice>
    );
  }
  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <div className={form.pair}>
        {outer === null && (
          <>
            <TextField
              label={t(texts.firstDay)}
              type="date"
              value={begin}
              error={tried && !isLocalDate(begin) ? t(writing.date) : null}
              onText={setBegin}
            />
            <TextField
              label={t(texts.yearName)}
              value={name}
              error={isNameless(name) ? t(writing.nameMissing) : null}
              onText={setYearName}
            />
          </>
        )}
        <Choice<CutChoice>
          label={t(texts.cut)}
          value={cut}
          options={[
            { value: 'quarters', label: t(texts.quarters) },
            { value: 'months', label: t(texts.months) },
            { value: 'six-weeks', label: t(texts.sixWeeks) },
            ...(outer === null ? [{ value: 'nothing' as const, label: t(texts.yearOnly) }] : []),
          ]}
          onChoose={setCut}
        />
      </div>
      {outer === null && top !== null && (
        <p className={pages.quiet}>
          <Lozenge>{t(texts.thereAlready, { name: top.name })}</Lozenge>
        </p>
      )}
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.startsOn}>
            {part.there === null ? (
              <TextField
                label={t(texts.partName, { from: day(part.startsOn), until: day(part.endsOn) })}
                value={nameOf(part)}
                error={isNameless(nameOf(part)) ? t(texts.nameMissing) : null}
                onText={(text) => setNames((now) => new Map([...now, [part.startsOn, text]]))}
              />
            ) : (
              <p className={pages.quiet}>
                {t(texts.partName, { from: day(part.startsOn), until: day(part.endsOn) })}{' '}
                <Lozenge>{t(texts.thereAlready, { name: part.there.name })}</Lozenge>
              </p>
            )}
          </li>
        ))}
      </ul>
      <div className={form.acts}>
        <Button type="submit" appearance="primary" isDisabled={count === 0}>
          {t(texts.make, { count })}
        </Button>
        <Button appearance="subtle" onClick={onDone}>
          {t(base.cancel)}
        </Button>
      </div>
    </form>
  );
}
