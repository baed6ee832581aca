import Heading from '@atlaskit/heading';
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import type { AccountId } from '../../../../../src/domain/ids';
import { usePlace } from '../../boot/place-context';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { Waiting } from '../../components/waiting';
import { sample } from '../../messages/en/sample';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import type { Step } from './step';
import { cycleId, sampleIdsOf } from './sample-ids';
import { SampleOffer } from './sample-offer';
import { SampleRun } from './sample-run';
import { sampleStateOf } from './sample-state';
import { useSamplePlan } from './use-sample';

/** Fills a site with the sample company: says what it will do, does it, and says what came of it. */
export function SamplePage() {
  const { t } = useWords();
  const { accountId } = usePlace();
  const reading = useCall('directory.read', {});
  return (
    <main className={pages.page}>
      <div className={pages.what}>
        <Heading size="large" as="h1">
          {t(sample.title)}
        </Heading>
        <p className={pages.lead}>{t(sample.lead)}</p>
      </div>
      <Read reading={reading}>
        {(directory) =>
          directory.me.okrLead && accountId !== null ? (
            <Sample directory={directory} me={accountId} />
          ) : (
            <Notice tone="info" title={t(sample.notLead)}>
              <p>{t(sample.notLeadWhy)}</p>
            </Notice>
          )
        }
      </Read>
    </main>
  );
}

function Sample({ directory, me }: { directory: Directory; me: AccountId }) {
  const { t } = useWords();
  const { siteUrl } = usePlace();
  const plan = useSamplePlan(directory, me);
  const [running, setRunning] = useState<Step[] | null>(null);
  const ids = sampleIdsOf(siteUrl);
  const address = `/?cycle=${cycleId(ids, 'running')}`;
  const state = sampleStateOf(ids, directory);

  // The steps of a run stay as they were begun, whatever is read again meanwhile.
  if (running !== null) return <SampleRun steps={running} address={address} />;
  if (plan.state === 'failed') {
    return (
      <Notice tone="error">
        <p>{t(sample.jiraFailed)}</p>
        <Button onClick={plan.retry}>{t(sample.retry)}</Button>
      </Notice>
    );
  }
  if (plan.state === 'looking') return <Waiting />;
  if (plan.steps.every(({ there }) => there)) {
    return (
      <Notice tone="success" title={t(sample.filledTitle)}>
        <p>{t(sample.filled)}</p>
        <PageLink to={address}>{t(sample.show)}</PageLink>
      </Notice>
    );
  }
  return (
    <SampleOffer
      state={state}
      foreignTeams={state === 'empty' && directory.teams.length > 0}
      steps={plan.steps}
      jira={plan.jira}
      told={plan.told}
      onFill={() => setRunning(plan.steps)}
    />
  );
}
