import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { InitiativeId, KeyResultId } from '../../../../../src/domain/ids';
import type { Initiative } from '../../../../../src/domain/initiative';
import { ActMessage } from '../../components/act-message';
import { Field, refusedField } from '../../components/field';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { IssueLink } from '../../components/issue-link';
import { ModalFrame } from '../../components/modal-frame';
import { Read } from '../../components/read';
import { attach } from '../../messages/en/attach';
import { base } from '../../messages/en/base';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { closeModal } from '../../rpc/modals';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { directionOf, draftOf, finish, type DraftFaults } from './hypothesis-draft';
import { hypothesisFields } from './hypothesis-field-names';
import { HypothesisFields } from './hypothesis-fields';
import { PublicName } from './public-name';

type Props = { keyResultId: KeyResultId; initiativeId: InitiativeId };

/** Says, or says anew, what an attached issue should change. */
export function HypothesisModal({ keyResultId, initiativeId }: Props) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        const initiative = of?.keyResult.initiatives.find(({ id }) => id === initiativeId);
        return of && initiative && <HypothesisForm of={of} initiative={initiative} />;
      }}
    </Read>
  );
}

function HypothesisForm({ of, initiative }: { of: Stood; initiative: Initiative }) {
  const { t, locale } = useWords();
  const { definition, key } = of.keyResult;
  const [draft, setDraft] = useState(() => draftOf(initiative.hypothesis, definition, locale));
  const [faults, setFaults] = useState<DraftFaults | null>(null);
  const [publicName, setPublicName] = useState(initiative.publicName);
  const [why, setWhy] = useState('');
  const act = useAct('initiative.edit');

  async function save() {
    const done = finish(draft, directionOf(definition), locale);
    setFaults(done.ok ? null : done.faults);
    if (!done.ok) return;
    const { id, version } = initiative;
    const hypothesis = done.state;
    const answer = await act.run(({ requestId }) => ({
      id,
      version,
      requestId,
      hypothesis,
      publicName,
      why,
    }));
    if (!answer?.ok) return;
    flag({ title: t(attach.edited) });
    await closeModal(true);
  }

  return (
    <ModalFrame
      title={t(attach.titleEdit, { key })}
      saveLabel={t(base.save)}
      onSave={() => void save()}
      busy={act.busy}
    >
      <p>
        <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
      </p>
      <HypothesisFields of={of} draft={draft} onChange={setDraft} faults={faults} refusal={act.refusal} />
      <PublicName
        value={publicName}
        onChange={setPublicName}
        error={refusedField(act.refusal, 'publicName')}
      />
      <Field label={t(attach.editWhy)} error={refusedField(act.refusal, 'why')}>
        {(wiring) => (
          <Textfield {...wiring} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
        )}
      </Field>
      <ActMessage act={act} fields={[...hypothesisFields, 'why']} />
    </ModalFrame>
  );
}
