import { useState } from 'react';
import type { Input, KeyResultPage } from '../../../../../src/contract/calls';
import type { KeyResultId, KpiId } from '../../../../../src/domain/ids';
import type { Unit } from '../../../../../src/domain/metric';
import type { CountEvery, NumberSource } from '../../../../../src/domain/number-source';
import { ActMessage } from '../../components/act-message';
import { ChangedNotice } from '../../components/changed-notice';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { allStanding } from '../../components/how-it-stands';
import { ModalFrame } from '../../components/modal-frame';
import { Read } from '../../components/read';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { kpiWords } from '../../messages/en/kpi';
import { measuring as words } from '../../messages/en/measuring';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { closeModal } from '../../rpc/modals';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { KpiField } from './kpi-field';
import { SearchFields } from './search-fields';

/** Says where a key result's number comes from. */
export function SourceModal({ keyResultId }: { keyResultId: KeyResultId }) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        return (
          of && (
            <SourceForm
              keyResultId={keyResultId}
              keyName={of.keyResult.key}
              unit={of.keyResult.definition.unit}
              page={page}
            />
          )
        );
      }}
    </Read>
  );
}

type Props = { keyResultId: KeyResultId; keyName: string; unit: Unit; page: KeyResultPage };
type Said = Input<'number-source.save'>['source'];

function SourceForm({ keyResultId, keyName, unit, page }: Props) {
  const { t } = useWords();
  const standing = page.source;
  const known: NumberSource = standing?.source ?? { kind: 'person' };
  const [kind, setKind] = useState<Said['kind']>(known.kind);
  const [kpiId, setKpiId] = useState<KpiId | null>(known.kind === 'kpi' ? known.kpiId : null);
  const [jql, setJql] = useState(known.kind === 'jql' ? known.jql : '');
  const [every, setEvery] = useState<CountEvery>(known.kind === 'jql' ? known.every : 'day');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct('number-source.save');

  async function save() {
    setTried(true);
    if (kind === 'jql' && jql.trim() === '') return;
    if (kind === 'kpi' && kpiId === null) return;
    const source: Said =
      kind === 'jql'
        ? { kind, jql, every }
        : kind === 'kpi' && kpiId !== null
          ? { kind, kpiId }
          : { kind: 'person' };
    const answer = await act.run(({ requestId, id }) => ({
      id: standing?.id ?? id(),
      version: standing?.version ?? 0,
      requestId,
      keyResultId,
      source,
      why,
    }));
    if (!answer?.ok) return;
    flag({ title: t(words.sourceSaved) });
    await closeModal(true);
  }

  function takesTheirs() {
    setKind(known.kind);
    setKpiId(known.kind === 'kpi' ? known.kpiId : null);
    if (known.kind === 'jql') {
      setJql(known.jql);
      setEvery(known.every);
    }
  }

  return (
    <ModalFrame
      title={t(words.sourceTitle, { key: keyName })}
      saveLabel={t(base.save)}
      onSave={() => void save()}
      busy={act.busy}
    >
      <Choice<Said['kind']>
        label={t(words.how)}
        value={kind}
        options={[
          { value: 'person', label: t(words.people) },
          { value: 'jql', label: t(words.search) },
          { value: 'kpi', label: t(kpiWords.follow) },
        ]}
        onChoose={setKind}
      />
      {kind === 'jql' && (
        <SearchFields
          keyResultId={keyResultId}
          jql={jql}
          onJql={setJql}
          every={every}
          onEvery={setEvery}
          error={tried && jql.trim() === '' ? t(words.jqlMissing) : refusedField(act.refusal, 'source.jql')}
        />
      )}
      {kind === 'kpi' && (
        <KpiField
          unit={unit}
          value={kpiId}
          onChoose={setKpiId}
          error={tried && kpiId === null ? t(kpiWords.chooseKpi) : refusedField(act.refusal, 'source.kpiId')}
        />
      )}
      {standing !== null && (
        <TextField
          label={t(words.whyChanged)}
          error={refusedField(act.refusal, 'why')}
          value={why}
          onText={setWhy}
        />
      )}
      <ActMessage
        act={act}
        fields={['source.jql', 'source.kpiId', 'why']}
        conflict={<ChangedNotice act={act} onTheirs={takesTheirs} />}
      />
    </ModalFrame>
  );
}
