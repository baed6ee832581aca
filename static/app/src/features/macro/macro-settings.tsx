import { Radio } from '@atlaskit/radio';
import { useState } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import {
  readMacroConfig,
  writeMacroConfig,
  type MacroLayout,
  type MacroShow,
} from '../../../../../src/domain/macro-config';
import { usePlace } from '../../boot/place-context';
import { Choice } from '../../components/choice';
import { ModalFrame } from '../../components/modal-frame';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { macroConfig as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import { saveMacroConfig } from '../../rpc/macro-frame';
import { useCall, type Reading } from '../../rpc/use-call';
import type { OkrsReading } from '../../../../../src/contract/readings';
import { ChoiceSearch } from './choice-search';
import { Chosen } from './chosen';
import { MacroView } from './macro-view';
import { Refused } from './okr-macro';
import { PreviewContext } from './preview-context';
import styles from './settings.module.css';

const layouts: MacroLayout[] = ['full', 'compact'];

/** What the macro shows and how, with a preview of exactly that; nothing is kept before something is chosen. */
export function MacroSettings() {
  const { t } = useWords();
  const { macro } = usePlace();
  const [kept] = useState(() => readMacroConfig(macro?.config ?? {}));
  const [show, setShow] = useState<MacroShow | null>(kept?.show ?? null);
  const [layout, setLayout] = useState<MacroLayout>(kept?.layout ?? 'full');
  const [saving, setSaving] = useState<'no' | 'yes' | 'failed'>('no');
  const directory = useCall('directory.read', {});
  const reading = useCall('macro.read', show && { show });

  async function save(chosen: MacroShow) {
    setSaving('yes');
    try {
      await saveMacroConfig(writeMacroConfig({ show: chosen, layout }));
    } catch (error) {
      console.error(error);
      setSaving('failed');
    }
  }

  return (
    <ModalFrame
      title={t(texts.title)}
      saveLabel={t(texts.save)}
      busy={saving === 'yes'}
      {...(show === null ? {} : { onSave: () => void save(show) })}
    >
      {saving === 'failed' && <Notice tone="error">{t(texts.saveFailed)}</Notice>}
      <Read reading={directory}>
        {(lists) =>
          show === null ? (
            <ChoiceSearch directory={lists} onPick={(choice) => setShow(choice.show)} />
          ) : (
            <>
              <Chosen
                show={show}
                directory={lists}
                reading={reading.state === 'ready' ? reading.value : null}
                onAnother={() => setShow(null)}
              />
              {show.kind === 'team' && <CycleOfTeam show={show} directory={lists} onChange={setShow} />}
            </>
          )
        }
      </Read>
      <fieldset className={styles.fieldset}>
        <legend className={styles.label}>{t(texts.layout)}</legend>
        {layouts.map((one) => (
          <Radio
            key={one}
            name="layout"
            value={one}
            label={t(texts[one])}
            isChecked={layout === one}
            onChange={() => setLayout(one)}
          />
        ))}
      </fieldset>
      <Preview reading={show && reading} layout={layout} />
    </ModalFrame>
  );
}

type CycleProps = {
  show: Extract<MacroShow, { kind: 'team' }>;
  directory: Directory;
  onChange: (show: MacroShow) => void;
};

function CycleOfTeam({ show, directory, onChange }: CycleProps) {
  const { t } = useWords();
  return (
    <Choice
      label={t(texts.whichCycle)}
      {...(show.cycleId === null ? { hint: t(texts.runningHint) } : {})}
      value={show.cycleId}
      options={[
        { value: null, label: t(texts.running) },
        ...directory.cycles.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={(cycleId) => onChange({ ...show, cycleId })}
    />
  );
}

type PreviewProps = { reading: Reading<OkrsReading> | null; layout: MacroLayout };

function Preview({ reading, layout }: PreviewProps) {
  const { t } = useWords();
  return (
    <section className={styles.previewPart} aria-labelledby="preview">
      <h2 id="preview" className={styles.label}>
        {t(texts.preview)}
      </h2>
      <div className={styles.preview}>
        {reading === null && <p className={styles.quiet}>{t(texts.previewEmpty)}</p>}
        {reading?.state === 'refused' && <Refused refusal={reading.refusal} />}
        {reading !== null && reading.state !== 'refused' && (
          <PreviewContext.Provider value={true}>
            <Read reading={reading}>{(value) => <MacroView reading={value} layout={layout} />}</Read>
          </PreviewContext.Provider>
        )}
      </div>
    </section>
  );
}
