import type { HistoryEntry } from '../../../../../src/contract/readings';
import { changeWords as texts } from '../../messages/en/changes';
import { overview } from '../../messages/en/overview';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';

type Of = Pick<HistoryEntry, 'entity' | 'act' | 'changes'>;

/** What each kind of thing is called where something is done to it. */
const names: Partial<Record<string, Message>> = {
  team: texts.aTeam,
  cycle: texts.aCycle,
  objective: texts.anObjective,
  'key-result': texts.aKeyResult,
  initiative: texts.anInitiative,
  'outside-event': texts.anEvent,
  alignment: texts.anObjective,
  kpi: texts.aKpi,
};

/** Acts by their verb, those of one kind of thing alone as `kind verb`. */
const acts: Partial<Record<string, Message>> = {
  create: texts.created,
  edit: texts.edited,
  'set-phase': texts.phased,
  describe: texts.described,
  attach: texts.attached,
  detach: texts.detached,
  reattach: texts.reattached,
  'initiative edit': texts.initiativeEdited,
  'set-live': texts.liveSaid,
  judge: texts.judged,
  mark: texts.eventMarked,
  score: texts.scored,
  confirm: texts.confirmed,
  'retrospective save': texts.reflected,
  serve: texts.served,
  'dependency ask': texts.askedTeam,
  'dependency answer': texts.answeredTeam,
  'dependency withdraw': texts.withdrewTeam,
  'reminder-choice choose': texts.reminderChosen,
  'settings save': texts.settingsSaved,
  dismiss: texts.dismissed,
  'take-back': texts.tookBack,
  answer: texts.answered,
  correct: texts.valueCorrected,
  'number-source save': texts.sourceSaid,
  'count-for': texts.countedFor,
  'follow-up': texts.followedUp,
  praise: texts.praised,
  'take-back-praise': texts.praiseTakenBack,
  'keep-digest': texts.digestKept,
};

/** A phase as a change writes it down. */
const phases: Partial<Record<string, Message>> = {
  '"draft"': overview.draft,
  '"active"': overview.active,
  '"scoring"': overview.scoring,
  '"closed"': overview.closed,
};

/** A score is of something else, which is what is named. */
function nameOf({ entity, act }: Of): Message | undefined {
  if (entity === 'score') return act === 'confirm' ? texts.anObjective : texts.aKeyResult;
  return names[entity];
}

function actOf({ entity, act, changes }: Of): Message | undefined {
  if (act === 'set-archived') {
    const back = changes.some(({ field, to }) => field === 'archived' && to === 'false');
    return back ? texts.unarchived : texts.archivedIt;
  }
  if (act === 'set-removed') {
    const back = changes.some(({ field, to }) => field === 'removed' && to === 'false');
    return back ? texts.restored : texts.removed;
  }
  if (act === 'show-under') {
    const away = changes.some(({ field, to }) => field === 'shown' && to === 'false');
    return away ? texts.takenAway : texts.shownUnder;
  }
  return acts[`${entity} ${act}`] ?? acts[act];
}

/** Whether this can be said in words a person knows. A new act without them fails a test. */
export function hasWords(entry: Of): boolean {
  return actOf(entry) !== undefined;
}

/** What somebody did: "changed the key result", "brought an outside event back". */
export function sayAct(entry: Of, { t }: Words): string {
  const said = actOf(entry);
  const name = nameOf(entry);
  const phase = phases[entry.changes.find(({ field }) => field === 'phase')?.to ?? ''];
  const values = { what: name ? t(name) : '', phase: phase ? t(phase) : '' };
  return said ? t(said, values) : t(texts.acted, { act: entry.act });
}
