import type { SiteHistoryEntry } from '../../../../../src/contract/history-calls';
import type { AccountId } from '../../../../../src/domain/ids';
import { sayAct } from '../../components/history/say-act';
import { sayField } from '../../components/history/say-field';
import { readJson } from '../../components/history/read-json';
import { sayFieldValue } from '../../components/history/say-value';
import type { Words } from '../../messages/use-words';
import { csvText } from '../portable/csv-text';

const head = [
  'When',
  'Who',
  'Account',
  'What',
  'Of',
  'Name',
  'Team',
  'Cycle',
  'Objective',
  'Key result',
  'Jira issue id',
  'Field',
  'From',
  'To',
  'Why',
  'Id',
];

/** A file with a line for each field that was changed; an act that changed no field is a line, too. */
export function historyCsv(
  entries: readonly SiteHistoryEntry[],
  nameOf: (id: AccountId) => string,
  words: Words,
): string {
  return csvText([head, ...entries.flatMap((entry) => linesOf(entry, nameOf(entry.by), words))]);
}

function linesOf(entry: SiteHistoryEntry, who: string, words: Words): (string | null)[][] {
  const { at, by, entity, entityId, changes, why, about } = entry;
  const { team, cycle, objective, keyResult, issueId, title } = about;
  const start = [
    at,
    who,
    by,
    sayAct(entry, words),
    entity,
    title,
    team?.name ?? null,
    cycle?.name ?? null,
    objective && `${objective.key} ${objective.title}`,
    keyResult && `${keyResult.key} ${keyResult.title}`,
    issueId,
  ];
  const say = (field: string, text: string) => sayFieldValue(field, readJson(text), {}, words);
  const fields = changes.map(({ field, from, to }) => [
    sayField(field, words),
    say(field, from),
    say(field, to),
  ]);
  return (fields.length === 0 ? [[null, null, null]] : fields).map((field) => [
    ...start,
    ...field,
    why,
    entityId,
  ]);
}
