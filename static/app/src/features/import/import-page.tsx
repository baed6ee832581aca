import Heading from '@atlaskit/heading';
import { useState } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { importing } from '../../messages/en/import';
import { portable } from '../../messages/en/portable';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { ColumnStep } from './column-step';
import { DataImport } from './data-import';
import { DocumentStep } from './document-step';
import type { FoundDocument } from './document';
import { Matched } from './matched';
import { PlaceStep, type Chosen } from './place-step';
import type { AnyReading } from './read-any';

/** A file as it was chosen, and what it was understood to be. */
export type Source = { name: string; content: Extract<AnyReading, { ok: true }> };

/** Imports OKRs from a file: nothing is saved before the person has seen all of it. */
export function ImportPage() {
  const { t } = useWords();
  const reading = useCall('directory.read', {});
  const [source, setSource] = useState<Source | null>(null);
  const [locked, setLocked] = useState(false);
  return (
    <main className={pages.page}>
      <header className={pages.what}>
        <Heading size="large" as="h1">
          {t(importing.title)}
        </Heading>
        <p className={pages.lead}>{t(importing.lead)}</p>
        <p>
          <PageLink to="/export">{t(portable.toExport)}</PageLink>
        </p>
      </header>
      <Read reading={reading}>
        {(directory) => (
          <>
            <DocumentStep source={source} isLocked={locked} onSource={setSource} />
            {source !== null && <Content {...{ source, directory, locked }} onLock={setLocked} />}
          </>
        )}
      </Read>
    </main>
  );
}

type ContentProps = {
  source: Source;
  directory: Directory;
  locked: boolean;
  onLock: (locked: boolean) => void;
};

/** What comes after a file was read: it depends on what is in it. */
function Content({ source: { name, content }, directory, locked, onLock }: ContentProps) {
  const [chosen, setChosen] = useState<Chosen>({ teamId: null, cycleId: null });
  const placed = (document: FoundDocument, key: string) => (
    <PlaceStep isLocked={locked} directory={directory} chosen={chosen} onChoose={setChosen}>
      {(place) => <Matched key={key} document={document} place={place} onLock={onLock} />}
    </PlaceStep>
  );
  switch (content.kind) {
    case 'document':
      return placed(content.document, name);
    case 'rows':
      return (
        <ColumnStep key={name} rows={content.rows} isLocked={locked}>
          {placed}
        </ColumnStep>
      );
    case 'data':
      return <DataImport key={name} data={content.data} directory={directory} onLock={onLock} />;
  }
}
