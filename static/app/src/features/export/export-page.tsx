import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Directory } from '../../../../../src/contract/calls';
import { Choice } from '../../components/choice';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { SeveralChoice } from '../../components/several-choice';
import { RunProgress } from '../../components/run-progress';
import { teamOptions } from '../../components/team-options';
import { pages as pageWords } from '../../messages/en/pages';
import { portable } from '../../messages/en/portable';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import styles from './export.module.css';
import { formats, makeFile, type Format, type Made, type Progress } from './make-file';

/** Exports what is chosen; the address holds the choice, so that the overview can hand its filters over. */
export function ExportPage() {
  const { t } = useWords();
  const reading = useCall('directory.read', {});
  return (
    <main className={pages.page}>
      <header className={pages.what}>
        <Heading size="large" as="h1">
          {t(portable.exportTitle)}
        </Heading>
        <p className={pages.lead}>{t(portable.exportLead)}</p>
        <p>
          <PageLink to="/import">{t(portable.toImport)}</PageLink>
        </p>
      </header>
      <Read reading={reading}>
        {(directory) => (directory.cycles.length === 0 ? <NoCycle /> : <Chosen directory={directory} />)}
      </Read>
    </main>
  );
}

function NoCycle() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t(portable.pickDone)}
      action={<Button onClick={() => void navigate('/')}>{t(pageWords.back)}</Button>}
    >
      <p>{t(portable.pickDoneWhy)}</p>
    </EmptyState>
  );
}

const texts = { excel: portable.excel, csv: portable.csv, markdown: portable.markdown };

function Chosen({ directory }: { directory: Directory }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const teams = directory.teams.filter(({ id }) => params.getAll('team').includes(id));
  const asked = directory.cycles.filter(({ id }) => params.getAll('cycle').includes(id));
  const running = directory.cycles.filter(({ phase }) => phase === 'active' || phase === 'scoring');
  const cycles = asked.length > 0 || params.has('cycle') ? asked : running;
  const format = formats.find((one) => one === params.get('format')) ?? 'excel';

  function choose(next: { teams?: readonly string[]; cycles?: readonly string[]; format?: Format }) {
    const wanted = next.cycles ?? cycles.map(({ id }) => id);
    setParams([
      ...(next.teams ?? teams.map(({ id }) => id)).map((id) => ['team', id] as [string, string]),
      // None chosen is said, too: else the running ones would be chosen again.
      ...(wanted.length === 0 ? [''] : wanted).map((id) => ['cycle', id] as [string, string]),
      ['format', next.format ?? format],
    ]);
  }
  const named = teamOptions(directory.teams, directory.teams).map(({ value, label }) => ({
    id: value,
    name: label,
  }));
  const wanted = teams.length === 0 ? directory.teams : teams;
  const places = cycles.flatMap(({ id: cycleId }) => wanted.map(({ id: teamId }) => ({ teamId, cycleId })));
  return (
    <>
      <section className={pages.step} aria-label={t(portable.exportTitle)}>
        <div className={styles.fields}>
          <SeveralChoice
            label={t(portable.cycles)}
            placeholder={t(portable.chooseCycles)}
            options={directory.cycles}
            chosen={cycles}
            onChoose={(ids) => choose({ cycles: ids })}
          />
          <SeveralChoice
            label={t(portable.teams)}
            placeholder={t(portable.allTeams)}
            options={named}
            chosen={named.filter(({ id }) => teams.some((team) => team.id === id))}
            onChoose={(ids) => choose({ teams: ids })}
          />
        </div>
        <Choice<Format>
          label={t(portable.format)}
          value={format}
          options={formats.map((value) => ({ value, label: t(texts[value]) }))}
          onChoose={(next) => choose({ format: next })}
        />
        <Make key={params.toString()} {...{ directory, places, format }} />
      </section>
      <section className={styles.notIn} aria-label={t(portable.notIn)}>
        <h2 className={styles.small}>{t(portable.notIn)}</h2>
        {format === 'csv' && <p>{t(portable.notInCsv)}</p>}
        <p>{t(portable.notInAll)}</p>
        <p>{t(portable.notBack)}</p>
      </section>
    </>
  );
}

type MakeProps = { directory: Directory; places: Parameters<typeof makeFile>[0]['places']; format: Format };

function Make({ directory, places, format }: MakeProps) {
  const { t } = useWords();
  const stop = useRef(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [made, setMade] = useState<Made | null>(null);

  async function run() {
    stop.current = false;
    setMade(null);
    setProgress({ place: 0, objectives: 0, names: false });
    const file = { directory, places, format, stopped: () => stop.current, onProgress: setProgress };
    setMade(await makeFile(file));
    setProgress(null);
  }
  if (progress !== null) {
    const { place, objectives, names } = progress;
    const said = { place, places: places.length, objectives };
    return (
      <RunProgress
        label={t(portable.progress)}
        said={t(names ? portable.names : portable.making, said)}
        done={place}
        total={places.length}
        onStop={() => (stop.current = true)}
      />
    );
  }
  return (
    <>
      <div>
        <Button appearance="primary" isDisabled={places.length === 0} onClick={() => void run()}>
          {t(portable.make)}
        </Button>
      </div>
      {made && <Outcome made={made} />}
    </>
  );
}

function Outcome({ made }: { made: Made }) {
  const { t } = useWords();
  switch (made.state) {
    case 'saved':
      return (
        <Notice tone="success">
          <p role="status">{t(portable.done, made)}</p>
        </Notice>
      );
    case 'stopped':
      return <p role="status">{t(portable.stopped)}</p>;
    case 'nothing':
      return (
        <Notice tone="info" title={t(portable.nothing)}>
          <p role="status">{t(portable.nothingWhy)}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="error">{t(portable.failed, { message: made.message ?? t(portable.noAnswer) })}</Notice>
      );
  }
}
