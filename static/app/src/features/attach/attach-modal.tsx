import { useState } from 'react';
import type { KeyResultOption } from '../../../../../src/contract/calls';
import type { IssueId, ProjectId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { refusedField } from '../../components/field';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { MismatchLine, mismatchOf } from '../../components/mismatch-line';
import { ModalFrame } from '../../components/modal-frame';
import { Read } from '../../components/read';
import { attach } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { closeModal } from '../../rpc/modals';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { ChosenKeyResult } from './chosen-key-result';
import { directionOf, draftOf, finish, type DraftFaults } from './hypothesis-draft';
import { hypothesisFields } from './hypothesis-field-names';
import { HypothesisFields } from './hypothesis-fields';
import { KeyResultSearch } from './key-result-search';
import { PublicName } from './public-name';

type Props = { issueId: IssueId; issueKey: string; projectId: ProjectId | null };

/** Attaches one issue: find the key result, then say what the work should change. */
export function AttachModal({ issueId, issueKey, projectId }: Props) {
  const { t } = useWords();
  const [option, setOption] = useState<KeyResultOption | null>(null);
  const reading = useCall('key-result.read', option && { id: option.id });
  const title = t(attach.title, { key: issueKey });
  if (option === null) {
    return (
      <ModalFrame title={title}>
        <KeyResultSearch projectId={projectId} onPick={setOption} />
      </ModalFrame>
    );
  }
  const chosen = <ChosenKeyResult option={option} onAnother={() => setOption(null)} />;
  const of = reading.state === 'ready' ? allStanding(reading.value)[0] : undefined;
  if (of === undefined) {
    return (
      <ModalFrame title={title} saveLabel={t(attach.save)}>
        {chosen}
        <Read reading={reading}>{() => null}</Read>
      </ModalFrame>
    );
  }
  return (
    <AttachForm key={option.id} of={of} issueId={issueId} issueKey={issueKey} title={title}>
      {chosen}
    </AttachForm>
  );
}

type FormProps = { of: Stood; issueId: IssueId; issueKey: string; title: string; children: React.ReactNode };

function AttachForm({ of, issueId, issueKey, title, children }: FormProps) {
  const { t, locale } = useWords();
  const { definition, id: keyResultId, key } = of.keyResult;
  const [draft, setDraft] = useState(() => draftOf(null, definition, locale));
  const [faults, setFaults] = useState<DraftFaults | null>(null);
  const [publicName, setPublicName] = useState('');
  const act = useAct('initiative.attach');

  async function save() {
    const done = finish(draft, directionOf(definition), locale);
    setFaults(done.ok ? null : done.faults);
    if (!done.ok) return;
    const answer = await act.run(({ requestId, id }) => ({
      keyResultId,
      issues: [{ initiativeId: id(issueId), issueId }],
      requestId,
      hypothesis: done.state,
      publicName,
    }));
    if (!answer?.ok) return;
    const { already } = answer.value;
    flag({
      title: t(attach.saved, { key: issueKey, keyResult: key }),
      ...(already.length > 0
        ? { description: t(attach.already, { count: already.length }), tone: 'info' }
        : {}),
    });
    await closeModal(true);
  }

  return (
    <ModalFrame
      title={title}
      saveLabel={t(attach.save)}
      onSave={() => void save()}
      busy={act.busy}
      aside={t(attach.ownerTold)}
    >
      {children}
      <MismatchLine mismatch={mismatchOf(of)} today={of.today} />
      <HypothesisFields of={of} draft={draft} onChange={setDraft} faults={faults} refusal={act.refusal} />
      <PublicName
        value={publicName}
        onChange={setPublicName}
        error={refusedField(act.refusal, 'publicName')}
      />
      <ActMessage act={act} fields={hypothesisFields} />
    </ModalFrame>
  );
}
