import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { Read } from '../../components/read';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { DocumentStep } from './document-step';
import type { FoundDocument } from './document';
import { PlaceStep, type Chosen } from './place-step';
import { Matched } from './matched';

export type Source = { name: string; document: FoundDocument };

/** Imports a team's OKRs from a Markdown document: nothing is saved before the person has seen all of it. */
export function ImportPage() {
  const { t } = useWords();
  const reading = useCall('directory.read', {});
  const [source, setSource] = useState<Source | null>(null);
  const [locked, setLocked] = useState(false);
  const [chosen, setChosen] = useState<Chosen>({ teamId: null, cycleId: null });
  return (
    <main className={pages.page}>
      <header className={pages.what}>
        <Heading size="large" as="h1">
          {t(importing.title)}
        </Heading>
        <p className={pages.lead}>{t(importing.lead)}</p>
      </header>
      <Read reading={reading}>
        {(directory) => (
          <>
            <DocumentStep source={source} isLocked={locked} onSource={setSource} />
            {source !== null && (
              <PlaceStep isLocked={locked} directory={directory} chosen={chosen} onChoose={setChosen}>
                {(place) => <Matched key={source.name} source={source} place={place} onLock={setLocked} />}
              </PlaceStep>
            )}
          </>
        )}
      </Read>
    </main>
  );
}
