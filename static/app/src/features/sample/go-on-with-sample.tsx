import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import type { OverviewReading } from '../../../../../src/contract/calls';
import { usePlace } from '../../boot/place-context';
import { sample } from '../../messages/en/sample';
import { useWords } from '../../messages/use-words';
import { sampleIdsOf } from './sample-ids';
import { sampleStateOf } from './sample-state';

/** On a site where the sample company is only partly there: the way to go on. Nothing otherwise. */
export function GoOnWithSample({ reading }: { reading: OverviewReading }) {
  const { t } = useWords();
  const { siteUrl } = usePlace();
  if (!reading.me.okrLead || sampleStateOf(sampleIdsOf(siteUrl), reading) !== 'begun') return null;
  return (
    <Notice tone="info">
      <p>
        {t(sample.partly)} <PageLink to="/sample">{t(sample.goOn)}</PageLink>
      </p>
    </Notice>
  );
}
