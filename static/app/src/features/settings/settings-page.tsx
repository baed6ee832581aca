import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { Output } from '../../../../../src/contract/calls';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { settingsWords } from '../../messages/en/settings';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import styles from './settings.module.css';
import { SettingsForm } from './settings-form';

export type SettingsReading = Output<'settings.read'>;

/** What a site sets for all its OKRs: read by everyone, changed by who may administer OKRs. */
export function SettingsPage() {
  const { t } = useWords();
  const reading = useCall('settings.read', {});
  return (
    <main className={pages.page}>
      <header className={pages.what}>
        <Heading size="large" as="h1">
          {t(settingsWords.title)}
        </Heading>
        <p className={pages.lead}>{t(settingsWords.lead)}</p>
      </header>
      <Read reading={reading}>
        {(settings) => (
          <>
            {!settings.okrLead && (
              <Notice tone="info" title={t(settingsWords.readOnly)}>
                <p>{t(settingsWords.readOnlyWhy)}</p>
              </Notice>
            )}
            <SettingsForm reading={settings} />
          </>
        )}
      </Read>
    </main>
  );
}

/** How far the database is. */
export function DatabaseState({
  migrations,
  onLook,
}: Pick<SettingsReading, 'migrations'> & { onLook: () => void }) {
  const { t, number } = useWords();
  const { applied, known } = migrations;
  const ready = applied >= known;
  const steps = { applied: number(applied), known: number(known) };
  return (
    <section className={`${pages.step} ${styles.database}`} aria-label={t(settingsWords.database)}>
      <Heading size="small" as="h2">
        {t(settingsWords.database)}
      </Heading>
      <p role="status">{t(ready ? settingsWords.databaseReady : settingsWords.databasePreparing, steps)}</p>
      {!ready && (
        <div>
          <Button onClick={onLook}>{t(settingsWords.again)}</Button>
        </div>
      )}
    </section>
  );
}
