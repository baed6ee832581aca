import { useState } from 'react';
import type { KeyResultOption } from '../../../../../src/contract/calls';
import { allStanding } from '../../components/how-it-stands';
import { ModalFrame } from '../../components/modal-frame';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { attach } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import { AttachManyForm } from './attach-many-modal';
import { ChosenKeyResult } from './chosen-key-result';
import { KeyResultSearch } from './key-result-search';
import { useFoundIssues } from './use-found-issues';

/**
 * Attaches what was found in Jira's issue navigator: first to which key result, then which issues. Those chosen there are
 * chosen here; with none chosen, the search's own stand here to choose from.
 */
export function AttachFoundModal({ jql, issueKeys }: { jql: string; issueKeys: readonly string[] }) {
  const { t } = useWords();
  const [option, setOption] = useState<KeyResultOption | null>(null);
  const reading = useCall('key-result.read', option && { id: option.id });
  const text = issueKeys.length > 0 ? issueKeys.join(', ') : jql;
  const found = useFoundIssues(text);
  const title = t(attach.titleFound, { count: issueKeys.length });
  if (option === null) {
    return (
      <ModalFrame title={title}>
        <KeyResultSearch projectId={null} onPick={setOption} />
      </ModalFrame>
    );
  }
  const chosen = <ChosenKeyResult option={option} onAnother={() => setOption(null)} />;
  const of = reading.state === 'ready' ? allStanding(reading.value)[0] : undefined;
  if (of === undefined || found.state === 'loading') {
    return (
      <ModalFrame title={title} saveLabel={t(attach.save)}>
        {chosen}
        {of === undefined ? <Read reading={reading}>{() => null}</Read> : <SkeletonLines />}
      </ModalFrame>
    );
  }
  const attached = new Set<string>(of.keyResult.initiatives.map(({ issueId }) => issueId));
  const ready =
    issueKeys.length > 0 && found.state === 'found'
      ? found.found.issues.filter(({ id }) => found.found.editable.has(id) && !attached.has(id))
      : [];
  return (
    <AttachManyForm key={option.id} of={of} start={{ text, chosen: ready }}>
      {chosen}
    </AttachManyForm>
  );
}
