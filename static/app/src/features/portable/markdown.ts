/**
 * Markdown to read, with the data beside it in comments that no reader of Markdown shows: what a person reads stays short, and
 * the file imports again to the same data. When the text was edited and the comments were not, the import says so.
 */
import { byDay } from '../../../../../src/domain/measurements';
import { sayValue } from '../../../../../src/domain/say';
import type { Metric } from '../../../../../src/domain/metric';
import type { AccountId, KeyResultId } from '../../../../../src/domain/ids';
import type { Cell } from './csv-text';
import { readTables, tablesOf, type Fault } from './tables';
import type { KeyResultRow, Names, ObjectiveRow, World } from './world';

/** Files are written in one language, so that they can be read again anywhere. */
const locale = 'en';
const mark = 'waymark-data';
/** A line of its own: what people wrote has its signs escaped, and never begins one. */
const comments = /^<!-- waymark-data (\{.*\}) -->\r?$/gm;

/** The document of a world. */
export function markdownOf(world: World, names: Names): string {
  const places = world.objectives
    .map(({ teamId, cycleId }) => `${teamId}/${cycleId}`)
    .filter((place, at, all) => all.indexOf(place) === at);
  const parts = [
    '# Objectives and key results',
    ...places.map((place) => placeText(place, world, names)),
    ...namesAndData(world, names),
  ];
  return `${parts.join('\n\n')}\n`;
}

function placeText(place: string, world: World, names: Names): string {
  const [teamId, cycleId] = place.split('/');
  const team = world.teams.find(({ id }) => id === teamId);
  const cycle = world.cycles.find(({ id }) => id === cycleId);
  const own = world.objectives.filter((one) => one.teamId === teamId && one.cycleId === cycleId);
  const retrospective = world.retrospectives.find((one) => one.teamId === teamId && one.cycleId === cycleId);
  const learned: [string, string][] = retrospective
    ? [
        ['What helped', retrospective.helped],
        ['What hindered', retrospective.hindered],
        ['What was learned', retrospective.learned],
        ['What will change', retrospective.willChange],
      ]
    : [];
  return [
    `# ${line(team?.name ?? '')}, ${line(cycle?.name ?? '')}`,
    ...own.map((objective) => objectiveText(objective, world, names)),
    ...learned.filter(([, text]) => text !== '').map(([head, text]) => `**${head}**: ${quoted(text)}`),
  ].join('\n\n');
}

function objectiveText(objective: ObjectiveRow, world: World, names: Names): string {
  const own = world.keyResults.filter(({ objectiveId }) => objectiveId === objective.id);
  const confirmed = world.confirmations.find(({ objectiveId }) => objectiveId === objective.id);
  return [
    `## Objective: ${line(objective.title)}`,
    ...ownerLine(objective.owner, names),
    ...(objective.why === '' ? [] : [quoted(objective.why)]),
    ...(confirmed ? [`**Score**: ${confirmed.score ?? 'none'}. ${quoted(confirmed.writeUp)}`] : []),
    ...(own.length === 0 ? [] : ['### Key Results']),
    ...own.map((keyResult) => keyResultText(keyResult, world, names)),
  ].join('\n\n');
}

function keyResultText(keyResult: KeyResultRow, world: World, names: Names): string {
  const { definition } = keyResult;
  const said = world.checkIns.filter(({ keyResultId }) => keyResultId === keyResult.id).sort(byDay);
  const last = said.findLast(({ value }) => value !== null);
  const sure = said.findLast(({ confidence }) => confidence !== null);
  const now =
    last?.value === undefined || last.value === null
      ? []
      : [`Now ${sayValue(last.value, definition.unit, locale)} on ${last.day}.`];
  const confidence = sure ? [`Confidence ${sure.confidence} of 10.`] : [];
  return [
    `#### ${line(keyResult.title)}`,
    ...ownerLine(keyResult.owner, names),
    [goalText(definition.metric, keyResult), ...now, ...confidence].join(' '),
    ...scoreText(keyResult.id, world),
    ...workText(keyResult.id, world),
    ...(definition.definition === '' ? [] : [quoted(definition.definition)]),
  ].join('\n\n');
}

function goalText(metric: Metric, { definition: { unit, startsOn, dueOn } }: KeyResultRow): string {
  const say = (value: number) => sayValue(value, unit, locale);
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return `From ${say(metric.start)} to ${say(metric.target)}, ${startsOn} to ${dueOn}.`;
    case 'maintain':
      return `${metric.min === null ? '' : `At least ${say(metric.min)}. `}${metric.max === null ? '' : `At most ${say(metric.max)}. `}${startsOn} to ${dueOn}.`;
    case 'milestones':
      return `Milestones by ${dueOn}: ${metric.milestones.map(({ title }) => line(title)).join('; ')}.`;
    case 'not-measurable-yet':
      return `Not measurable yet; known by ${metric.findBy}.`;
  }
}

function scoreText(id: KeyResultId, world: World): string[] {
  const score = world.scores.find(({ keyResultId }) => keyResultId === id);
  if (!score) return [];
  const said = score.score === null ? 'dropped' : score.score.toFixed(1);
  return [`**Score**: ${said}. ${quoted(score.rationale)}`.trim()];
}

function workText(id: KeyResultId, world: World): string[] {
  const own = world.initiatives.filter(({ keyResultId }) => keyResultId === id);
  if (own.length === 0) return [];
  const names = own.map(({ issueKey, issueTitle, publicName }) =>
    line([issueKey, issueTitle || publicName].filter((text) => text !== '').join(' ') || 'An issue'),
  );
  return [`**Initiatives**: ${names.join('; ')}`];
}

function ownerLine(owner: AccountId | null, names: Names): string[] {
  const name = owner === null ? undefined : names.get(owner);
  return name === undefined ? [] : [`**Owner**: ${line(name)}`];
}

/** Signs that would make Markdown of a person's text. A text of several lines stays one paragraph, line by line. */
const line = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
const quoted = (text: string) =>
  text
    .split(/\r?\n/)
    .map(line)
    .filter((one) => one.trim() !== '')
    .join('  \n');

/** The tables, one comment each, and the names the text was written with. */
function namesAndData(world: World, names: Names): string[] {
  const tables = tablesOf(world, names).filter(({ rows }) => rows.length > 1);
  return [
    ...tables.map(({ name, rows }) => comment({ table: name, rows })),
    comment({ table: 'Names', rows: [...names].map(([id, name]) => [id, name]) }),
  ];
}

/** JSON in a comment: what would end the comment is written by its code. */
function comment(data: { table: string; rows: Cell[][] }): string {
  const json = JSON.stringify(data)
    .replaceAll('--', String.raw`\u002d\u002d`)
    // These end a line for the reader of comments, and JSON leaves them as they are.
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
    .replaceAll('>', String.raw`\u003e`);
  return `<!-- ${mark} ${json} -->`;
}

/** Whether a document carries its data. */
export function carriesData(text: string): boolean {
  return text.includes(`<!-- ${mark} `);
}

/** What such a document tells. `edited`: its text is not the one that its data would be written as. */
export function readDataIn(text: string): { world: World; faults: Fault[]; edited: boolean; broken: number } {
  const tables: { name: string; rows: Cell[][] }[] = [];
  let broken = 0;
  for (const [, json = ''] of text.matchAll(comments)) {
    const table = readComment(json);
    if (table) tables.push(table);
    else broken += 1;
  }
  const named = tables.find(({ name }) => name === 'Names')?.rows ?? [];
  const { world, faults } = readTables(tables);
  const names = new Map(named.map(([id, name]) => [String(id), String(name)]));
  const again = markdownOf(world, asNames(names, world));
  return { world, faults, edited: words(again) !== words(text), broken };
}

/** What people read, whatever their editor did to line ends. */
const words = (text: string) => text.replaceAll(comments, '').replaceAll(/\s+/g, ' ').trim();

function asNames(names: ReadonlyMap<string, string>, world: World): Names {
  const owners = [...world.objectives, ...world.keyResults].flatMap(({ owner }) => owner ?? []);
  return new Map(
    owners.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}

function readComment(json: string): { name: string; rows: Cell[][] } | null {
  try {
    const data: unknown = JSON.parse(json);
    if (typeof data !== 'object' || data === null || !('table' in data) || !('rows' in data)) return null;
    const { table, rows } = data;
    if (typeof table !== 'string' || !Array.isArray(rows)) return null;
    return { name: table, rows: rows.map((row) => (Array.isArray(row) ? row.map(cellIn) : [])) };
  } catch {
    return null;
  }
}

function cellIn(cell: unknown): Cell {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}
