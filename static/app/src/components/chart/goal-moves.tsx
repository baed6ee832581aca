import { dayIn, type LocalDate } from '../../../../../src/domain/dates';
import { goalMoves } from '../../../../../src/domain/goal-moves';
import type { KeyResultPage } from '../../../../../src/contract/calls';
import type { AccountId } from '../../../../../src/domain/ids';
import { changeWords as texts } from '../../messages/en/changes';
import { useWords, type Words } from '../../messages/use-words';
import { usePerson } from '../../rpc/use-jira';
import { readJson } from '../history/read-json';
import { sayField } from '../history/say-field';
import { sayFieldValue } from '../history/say-value';
import type { Stood } from '../how-it-stands';
import { nameOf, Person } from '../person';
import { When } from '../when';
import styles from './chart.module.css';
import { MarkShape } from './lanes';

/** A move of the goal, in words. `on`: the day it was made, where the team is. */
export type GoalMove = {
  key: string;
  on: LocalDate;
  by: AccountId;
  why: string;
  parts: { field: string; from: string; to: string }[];
};

/** The moves of a key result's goal since its cycle began, the oldest first. */
export function goalMovesOf(
  { history, publishedAt }: Pick<KeyResultPage, 'history' | 'publishedAt'>,
  { keyResult, objective }: Stood,
  words: Words,
): GoalMove[] {
  const own = history.filter(({ entity, entityId }) => entity === 'key-result' && entityId === keyResult.id);
  const say = (field: string, text: string) =>
    sayFieldValue(field, readJson(text), { unit: keyResult.definition.unit }, words);
  return goalMoves(own, publishedAt).map(({ requestId, at, by, why, goal }) => ({
    key: requestId,
    on: dayIn(objective.team.timeZone, at),
    by,
    why,
    parts: goal.map(({ field, from, to }) => ({
      field: sayField(field, words),
      from: say(field, from),
      to: say(field, to),
    })),
  }));
}

const said = (parts: GoalMove['parts'], side: 'from' | 'to') =>
  parts.map((part) => `${part.field}: ${part[side]}`).join('; ');

type MarksProps = { moves: readonly GoalMove[]; x: (day: LocalDate) => number; top: number; bottom: number };

/** A line on the day of each move, with a mark at its foot: its head is where outside events are. */
export function GoalMarks({ moves, x, top, bottom }: MarksProps) {
  return moves.map((move) => (
    <GoalMark key={move.key} move={move} x={x(move.on)} top={top} bottom={bottom} />
  ));
}

function GoalMark({ move, x, top, bottom }: { move: GoalMove; x: number; top: number; bottom: number }) {
  const { t } = useWords();
  const who = nameOf(usePerson(move.by), t);
  return (
    <g data-goal-move={move.on}>
      <title>{`${said(move.parts, 'from')} → ${said(move.parts, 'to')} (${who}) ${move.why}`.trim()}</title>
      <line className={styles.goalLine} x1={x} x2={x} y1={top} y2={bottom} />
      <MarkShape kind="goal" x={x} y={bottom} />
    </g>
  );
}

/** The same in words beneath the chart, for everybody. */
export function GoalMoves({ moves }: { moves: readonly GoalMove[] }) {
  const { t } = useWords();
  if (moves.length === 0) return null;
  return (
    <ul className={styles.moves} aria-label={t(texts.goalMoves)}>
      {moves.map(({ key, on, by, why, parts }) => (
        <li key={key}>
          <strong>{t(texts.goalMoved)}</strong> <When day={on} /> · <Person id={by} inline /> ·{' '}
          {parts.map(({ field, from, to }) => `${field}: ${from} → ${to}`).join('; ')}
          {why !== '' && <> · {t(texts.why, { why })}</>}
        </li>
      ))}
    </ul>
  );
}

/** And as a table, beside those of the chart. */
export function GoalTable({ moves }: { moves: readonly GoalMove[] }) {
  const words = useWords();
  const { t } = words;
  if (moves.length === 0) return null;
  return (
    <table>
      <caption>{t(texts.goalMoves)}</caption>
      <thead>
        <tr>
          {[texts.fieldOn, texts.goalFrom, texts.goalTo, texts.goalBy].map((head) => (
            <th key={head.id} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moves.map(({ key, on, by, why, parts }) => (
          <tr key={key}>
            <th scope="row">{words.day(on)}</th>
            <td>{said(parts, 'from')}</td>
            <td>{said(parts, 'to')}</td>
            <td>
              <Person id={by} inline /> {why}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
