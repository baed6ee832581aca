import type { Refusal } from '../../../../../src/contract/result';
import { readMacroConfig } from '../../../../../src/domain/macro-config';
import { usePlace } from '../../boot/place-context';
import { EmptyState } from '../../components/empty-state';
import { JiraMissing } from '../../components/jira-missing';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { macro as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import { MacroView } from './macro-view';
import styles from './macro.module.css';
import { useReadyEvent } from './use-ready-event';

/** The macro on a page: what it was set to show, or why that cannot be shown to this reader. */
export function OkrMacro() {
  const { t } = useWords();
  const { macro } = usePlace();
  const config = readMacroConfig(macro?.config ?? {});
  const reading = useCall('macro.read', config && { show: config.show });
  useReadyEvent(config === null || reading.state !== 'loading');
  if (config === null) {
    return (
      <EmptyState title={t(texts.unchosen)}>
        <p>{t(texts.unchosenWhy)}</p>
      </EmptyState>
    );
  }
  if (reading.state === 'refused') return <Refused refusal={reading.refusal} />;
  return (
    <div className={styles.frame}>
      <JiraMissing />
      <Read reading={reading}>{(value) => <MacroView reading={value} layout={config.layout} />}</Read>
    </div>
  );
}

/** Gone and not open to this reader are said alike: a page tells nobody that something restricted is there. */
export function Refused({ refusal }: { refusal: Refusal }) {
  const { t } = useWords();
  const editing = usePlace().macro?.editing === true;
  if (refusal.code !== 'not-found') return <Notice tone="warning">{refusal.message}</Notice>;
  return (
    <Notice tone="info">
      <p>
        {t(texts.gone)}
        {editing && ` ${t(texts.goneEditing)}`}
      </p>
    </Notice>
  );
}
