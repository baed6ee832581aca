import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ActMessage } from '../../components/act-message';
import { ChangedNotice } from '../../components/changed-notice';
import { LongText } from '../../components/long-text';
import { base } from '../../messages/en/base';
import { settingsWords } from '../../messages/en/settings';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import { callKey } from '../../rpc/use-call';
import form from '../objective/form.module.css';
import { HistoryOf } from '../../components/history/history-of';
import { HolidayFields } from './holiday-fields';
import { KeyFields } from './key-fields';
import { BlockingFields, CapFields, NewTeamFields, ScoreFields } from './cycle-fields';
import { ReminderFields } from './reminder-fields';
import { PaceFields, WorkFields } from './rule-fields';
import {
  draftOfSettings,
  fieldNamed,
  readSettings,
  typedOver,
  type Settings,
  type SettingsDraft,
} from './settings-draft';
import { DatabaseState, type SettingsReading } from './settings-page';

/** What the form is based on: the settings as last read or saved. */
type Standing = { settings: Settings; version: number };

/** All settings in one form, saved together. */
export function SettingsForm({ reading }: { reading: SettingsReading }) {
  const { t, locale, number } = useWords();
  const client = useQueryClient();
  const told = useTold();
  const act = useAct('settings.save');
  const back = useAct('settings.save');
  const [standing, setStanding] = useState<Standing>(() => standingOf(reading));
  const [draft, setDraft] = useState(() => draftOfSettings(standing.settings, locale));
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const [history, setHistory] = useState(false);

  const saved = draftOfSettings(standing.settings, locale);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  // Somebody else's change shows at once where nothing is being edited; else saving meets it.
  if (reading.version > standing.version && !isChanged && !act.busy) show(standingOf(reading));

  const { settings, faults } = readSettings(draft, locale);
  const ready = reading.migrations.applied >= reading.migrations.known;
  const isDisabled = !reading.okrLead || !ready;
  const conflict = act.refusal?.code === 'changed';

  function show(now: Standing) {
    follow(now, draft);
    setWhy('');
  }
  /** What is typed since `from` stays typed. */
  function follow(now: Standing, from: SettingsDraft) {
    setStanding(now);
    setDraft((typed) => typedOver(draftOfSettings(now.settings, locale), from, typed));
    setTried(false);
  }
  const errorOf = (field: keyof SettingsDraft): string | null => {
    const fault = tried ? faults.get(field) : undefined;
    if (fault?.kind === 'number') return t(settingsWords.number, { example: number(12.5) });
    if (fault?.kind === 'prefix') return t(settingsWords.prefixWrong);
    if (fault?.kind === 'same-prefix') return t(settingsWords.prefixSame);
    if (fault?.kind === 'rule') return fault.message;
    const refused = act.refusal?.field;
    return refused !== undefined && fieldNamed(refused) === field ? (act.refusal?.message ?? null) : null;
  };

  async function save(version: number) {
    setTried(true);
    if (faults.size > 0) return;
    const before = conflict ? standingOf(reading).settings : standing.settings;
    const saved = await told(
      act.run(({ requestId }) => ({ version, requestId, settings, why: why.trim() })),
      { done: t(settingsWords.saved), undo: (now) => undo(before, { settings, version: now.version }) },
    );
    if (saved === null) return;
    follow({ settings, version: saved.version }, draft);
    setWhy((typed) => (typed === why ? '' : typed));
  }

  async function undo(settings: Settings, { settings: from, version }: Standing) {
    const undone = await told(
      back.run(({ requestId }) => ({ version, requestId, settings, why: '' })),
      { done: t(settingsWords.undone), failed: t(base.undoFailed) },
    );
    if (undone) follow({ settings, version: undone.version }, draftOfSettings(from, locale));
  }

  const change = (part: Partial<SettingsDraft>) => setDraft((now) => ({ ...now, ...part }));
  const fields = { draft, change, errorOf, isDisabled };
  return (
    <>
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Saving over somebody else's change is a choice: it is based on what they saved, once it was said.
          void save(conflict ? reading.version : standing.version);
        }}
      >
        <PaceFields {...fields} />
        <HolidayFields {...fields} />
        <WorkFields {...fields} />
        <KeyFields {...fields} saved={saved} />
        <ScoreFields {...fields} />
        <CapFields {...fields} />
        <BlockingFields {...fields} />
        <NewTeamFields {...fields} />
        <ReminderFields {...fields} />
        <ChangedNotice act={act} onTheirs={() => show(standingOf(reading))} />
        {!conflict && (
          <ActMessage
            act={act}
            fields={
              act.refusal?.field !== undefined && fieldNamed(act.refusal.field) ? [act.refusal.field] : []
            }
          />
        )}
        {!isDisabled && (
          <>
            {isChanged && <LongText label={t(settingsWords.why)} value={why} onText={setWhy} />}
            <div className={form.acts}>
              <Button type="submit" appearance="primary" isLoading={act.busy} isDisabled={!isChanged}>
                {t(settingsWords.save)}
              </Button>
              {isChanged && (
                <Button appearance="subtle" onClick={() => show(standing)}>
                  {t(settingsWords.reset)}
                </Button>
              )}
            </div>
          </>
        )}
      </form>
      <div>
        <Button appearance="subtle" onClick={() => setHistory((now) => !now)} aria-expanded={history}>
          {t(settingsWords.history)}
        </Button>
      </div>
      {history && <HistoryOf of={{ entity: 'settings' }} name={t(settingsWords.theSettings)} />}
      <DatabaseState
        migrations={reading.migrations}
        onLook={() => void client.invalidateQueries({ queryKey: [callKey, 'settings.read'] })}
      />
    </>
  );
}

function standingOf({ rules, keyPrefix, scoreWords, newTeam, mailFrom, version }: SettingsReading): Standing {
  return { settings: { rules, keyPrefix, scoreWords, newTeam, mailFrom }, version };
}
