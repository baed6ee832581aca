import { blockableRules, type BlockableRule } from '../../../../../src/domain/quality/finding';
import type { ScoreLabel } from '../../../../../src/domain/score-labels';
import { Choice } from '../../components/choice';
import { TextField } from '../../components/text-field';
import { SeveralChoice } from '../../components/several-choice';
import { closing } from '../../messages/en/closing';
import { ruleNames } from '../../messages/en/review';
import { settingsWords as texts } from '../../messages/en/settings';
import { writing } from '../../messages/en/writing';
import type { Message } from '../../messages/messages';
import { useWords } from '../../messages/use-words';
import form from '../objective/form.module.css';
import type { FieldsProps } from './fields-props';
import { Group } from './group';
import type { SettingsDraft } from './settings-draft';

const thresholds = [
  'committedAchieved',
  'committedPartial',
  'aspirationalAchieved',
  'aspirationalPartial',
] as const;
const ownWords: [ScoreLabel, Message, Message][] = [
  ['achieved', texts.wordAchieved, closing.achieved],
  ['partial', texts.wordPartial, closing.partial],
  ['missed', texts.wordMissed, closing.missed],
  ['dropped', texts.wordDropped, closing.dropped],
];
const caps = [
  'objectivesMany',
  'objectivesTooMany',
  'keyResultsFewest',
  'keyResultsMost',
  'carried',
  'prepareDays',
] as const;

type NumbersProps = FieldsProps & {
  names: readonly (keyof SettingsDraft & keyof typeof texts)[];
  className?: string | undefined;
};

function NumberFields({ names, className = form.pair, draft, change, errorOf }: NumbersProps) {
  const { t } = useWords();
  return (
    <div className={className}>
      {names.map((name) => (
        <TextField
          key={name}
          label={t(texts[name])}
          inputMode="decimal"
          value={String(draft[name])}
          error={errorOf(name)}
          onText={(text) => change({ [name]: text })}
        />
      ))}
    </div>
  );
}

/** From which score on a key result is achieved or partial, and what the site calls that. */
export function ScoreFields(props: FieldsProps) {
  const { draft, change, errorOf, isDisabled } = props;
  const { t } = useWords();
  const { scoreWords } = draft;
  return (
    <Group title={t(texts.scores)} why={t(texts.scoresWhy)} isDisabled={isDisabled}>
      <NumberFields {...props} names={thresholds} className={form.twos} />
      <div className={form.twos}>
        {ownWords.map(([label, name, usual]) => (
          <TextField
            key={label}
            label={t(name)}
            placeholder={t(usual)}
            value={scoreWords[label]}
            error={errorOf('scoreWords')}
            onText={(text) => change({ scoreWords: { ...scoreWords, [label]: text.slice(0, 24) } })}
          />
        ))}
      </div>
    </Group>
  );
}

/** How many objectives and key results are too many, and how early a cycle is prepared. */
export function CapFields(props: FieldsProps) {
  const { t } = useWords();
  return (
    <Group title={t(texts.caps)} why={t(texts.capsWhy)} isDisabled={props.isDisabled}>
      <NumberFields {...props} names={caps} />
    </Group>
  );
}

/** Which rules of the quality review stop a cycle that does not keep them. */
export function BlockingFields({ draft, change, errorOf, isDisabled }: FieldsProps) {
  const { t } = useWords();
  const named = (rule: BlockableRule) => ({ id: rule, name: t(ruleNames[rule]) });
  return (
    <Group title={t(texts.starting)} why={t(texts.startingWhy)} isDisabled={isDisabled}>
      <SeveralChoice
        label={t(texts.blocking)}
        placeholder={t(texts.blockingNone)}
        isDisabled={isDisabled}
        error={errorOf('blocking')}
        options={blockableRules.map(named)}
        chosen={draft.blocking.map(named)}
        onChoose={(blocking) => change({ blocking })}
      />
    </Group>
  );
}

const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/** What a new team begins with. */
export function NewTeamFields({ draft, change, errorOf, isDisabled }: FieldsProps) {
  const { t } = useWords();
  return (
    <Group title={t(texts.newTeam)} why={t(texts.newTeamWhy)} isDisabled={isDisabled}>
      <div className={form.pair}>
        <Choice
          label={t(texts.cadence)}
          value={draft.newTeamCadence}
          isDisabled={isDisabled}
          options={[
            { value: 'weekly', label: t(writing.weekly) },
            { value: 'every-two-weeks', label: t(writing.everyTwoWeeks) },
            { value: 'monthly', label: t(writing.monthly) },
          ]}
          onChoose={(newTeamCadence) => change({ newTeamCadence })}
        />
        <Choice<string | null>
          label={t(texts.timeZone)}
          value={draft.newTeamTimeZone}
          isDisabled={isDisabled}
          error={errorOf('newTeamTimeZone')}
          options={[
            { value: null, label: t(texts.zoneOfMaker) },
            ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
          ]}
          onChoose={(newTeamTimeZone) => change({ newTeamTimeZone })}
        />
      </div>
    </Group>
  );
}
