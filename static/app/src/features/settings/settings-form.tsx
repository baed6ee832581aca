import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { ChangedNotice } from '../../components/changed-notice';
import { LongText } from '../../components/long-text';
import { base } from '../../messages/en/base';
import { settingsWords } from '../../messages/en/settings';
import { useWords } from '../../messages/use-words';
import { newId } from '../../rpc/act-ids';
import { call } from '../../rpc/call';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
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
  const act = useAct('settings.save');
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
    setStanding(now);
    setDraft(draftOfSettings(now.settings, locale));
    setWhy('');
    setTried(false);
  }
  const errorOf = (field: keyof SettingsDraft): string | null => {
    const fault = tried ? faults.get(field) : undefined;
    if (fault?.kind === 'number') return t(settingsWords.number, { example: number(12.5) });
    if (fault?.kind === 'prefix') return t(settingsWords.prefixWrong);
    if (fault?.kind === 'rule') return fault.message;
    const refused = act.refusal?.field;
    return refused !== undefined && fieldNamed(refused) === field ? (act.refusal?.message ?? null) : null;
  };

  async function save(version: number) {
    setTried(true);
    if (faults.size > 0) return;
    const before = conflict ? standingOf(reading).settings : standing.settings;
    const answer = await act.run(({ requestId }) => ({ version, requestId, settings, why: why.trim() }));
    if (!answer?.ok) return;
    const now = { settings, version: answer.value.version };
    show(now);
    const undoing = newId<'request'>();
    flag({
      title: t(settingsWords.saved),
      action: { text: t(base.undo), onClick: () => void undo(before, now.version, undoing) },
    });
  }

  async function undo(settings: Settings, version: number, requestId: RequestId) {
    const answer = await call('settings.save', { version, requestId, settings, why: '' }).catch(() => null);
    if (!answer?.ok) {
      const reason = answer === null ? t(base.callFailed) : answer.refusal.message;
      flag({ title: t(settingsWords.undoFailed, { reason }), tone: 'error' });
      return;
    }
    show({ settings, version: answer.value.version });
    flag({ title: t(settingsWords.undone) });
    await client.invalidateQueries({ queryKey: [callKey] });
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
