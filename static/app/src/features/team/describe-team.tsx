import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamProfile, TeamReading } from '../../../../../src/contract/readings';
import { isJiraId, type SpaceId } from '../../../../../src/domain/ids';
import { todayIn, usePlace } from '../../boot/place-context';
import { ChangedNotice } from '../../components/changed-notice';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { LongText } from '../../components/long-text';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { organisation as texts } from '../../messages/en/organisation';
import { useWords } from '../../messages/use-words';
import { readSpaces } from '../../rpc/confluence';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import form from '../objective/form.module.css';
import pages from '../pages/pages.module.css';
import styles from './team.module.css';

type Props = { team: TeamReading; profile: TeamProfile | undefined; onDone: () => void };
type Year = { year: string; text: string };

/** Writes what a team says of itself: the organisation its mission and priorities by year, every team its Confluence space. */
export function DescribeTeam({ team, profile, onDone }: Props) {
  const { t } = useWords();
  const act = useAct('team.describe');
  const [round, setRound] = useState(0);
  const title = t(texts.describeTitle, { name: team.name });
  return (
    <section className={pages.step} aria-label={title}>
      <h3>{title}</h3>
      <DescribeForm
        key={round}
        team={team}
        profile={profile}
        act={act}
        onDone={onDone}
        onTheirs={() => setRound((now) => now + 1)}
      />
    </section>
  );
}

type FormProps = Props & { act: ReturnType<typeof useAct<'team.describe'>>; onTheirs: () => void };

const fields = ['profile.mission', 'profile.priorities', 'profile.spaceId'];

function DescribeForm({ team, profile, act, onDone, onTheirs }: FormProps) {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const isTop = team.level === 'organisation';
  const [mission, setMission] = useState(profile?.mission ?? '');
  const [spaceId, setSpaceId] = useState<SpaceId | null>(profile?.spaceId ?? null);
  const [years, setYears] = useState<Year[]>(
    () => profile?.priorities.map(({ year, text }) => ({ year: String(year), text })) ?? [],
  );
  const [tried, setTried] = useState(false);
  const change = (at: number, part: Partial<Year>) =>
    setYears((now) => now.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const isYear = (text: string) => /^(20|21)\d\d$/.test(text.trim());

  async function save() {
    setTried(true);
    if (isTop && years.some(({ year, text }) => !isYear(year) || text.trim() === '')) return;
    const answer = await act.run(({ id, requestId }) => ({
      id: profile?.id ?? id(),
      version: profile?.version ?? 0,
      requestId,
      teamId: team.id,
      profile: {
        mission: isTop ? mission.trim() : '',
        priorities: isTop ? years.map(({ year, text }) => ({ year: Number(year), text: text.trim() })) : [],
        spaceId,
      },
      why: '',
    }));
    if (!answer?.ok) return;
    flag({ title: t(texts.described, { name: team.name }) });
    onDone();
  }

  function addYear() {
    const known = years.map(({ year }) => Number(year));
    const now = Number(todayIn(timeZone).slice(0, 4));
    setYears((before) => [
      { year: String(known.includes(now) ? Math.max(...known) + 1 : now), text: '' },
      ...before,
    ]);
  }

  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isTop && (
        <>
          <LongText
            label={t(texts.mission)}
            hint={t(texts.missionHint)}
            value={mission}
            error={refusedField(act.refusal, 'profile.mission')}
            onText={setMission}
          />
          <div className={styles.years}>
            {years.map(({ year, text }, at) => (
              <div key={at} className={styles.year}>
                <TextField
                  label={t(texts.year)}
                  inputMode="numeric"
                  value={year}
                  error={tried && !isYear(year) ? t(texts.yearMissing) : null}
                  onText={(typed) => change(at, { year: typed })}
                />
                <LongText
                  label={t(texts.yearOf, { year })}
                  hint={t(texts.prioritiesHint)}
                  value={text}
                  error={tried && text.trim() === '' ? t(texts.prioritiesMissing) : null}
                  onText={(typed) => change(at, { text: typed })}
                />
                <div className={styles.removeYear}>
                  <Button
                    appearance="subtle"
                    spacing="compact"
                    onClick={() => setYears((now) => now.filter((_, index) => index !== at))}
                  >
                    {t(texts.removeYear, { year })}
                  </Button>
                </div>
              </div>
            ))}
          </div>
          <div>
            <Button spacing="compact" onClick={addYear}>
              {t(texts.addYear)}
            </Button>
          </div>
        </>
      )}
      <SpaceChoice
        value={spaceId}
        error={refusedField(act.refusal, 'profile.spaceId')}
        onChoose={setSpaceId}
      />
      <FormEnd
        act={act}
        fields={fields}
        save={t(base.save)}
        conflict={<ChangedNotice act={act} onTheirs={onTheirs} />}
        onCancel={onDone}
      />
    </form>
  );
}

type SpaceProps = { value: SpaceId | null; error: string | null; onChoose: (id: SpaceId | null) => void };

/** A space of Confluence, by the names the viewer may read: Waymark keeps its id. */
function SpaceChoice({ value, error, onChoose }: SpaceProps) {
  const { t } = useWords();
  const spaces = useQuery({ queryKey: ['confluence', 'spaces'], queryFn: readSpaces });
  if (spaces.isError) return <Notice tone="warning">{t(texts.spacesFailed)}</Notice>;
  const known = (spaces.data ?? []).flatMap(({ id, name }) =>
    isJiraId<'space'>(id) ? [{ value: id, label: name }] : [],
  );
  const isUnknown = value !== null && spaces.data !== undefined && !known.some((one) => one.value === value);
  return (
    <Choice<SpaceId | null>
      label={t(texts.space)}
      hint={t(texts.spaceHint)}
      value={value}
      error={error}
      options={[
        { value: null, label: t(texts.noSpace) },
        ...(isUnknown ? [{ value, label: t(texts.spaceUnknown) }] : []),
        ...known,
      ]}
      onChoose={onChoose}
    />
  );
}
