import VisuallyHidden from '@atlaskit/visually-hidden';
import { expectedValue } from '../../../../../src/domain/pace';
import { chart } from '../../messages/en/chart';
import { useWords } from '../../messages/use-words';
import { IssueName } from '../issue-link';
import type { Stood } from '../how-it-stands';
import { GoalTable, type GoalMove } from './goal-moves';
import type { ChartPoint, ChartSeries, Mark } from './series';

type Props = { of: Stood; series: ChartSeries; moves: GoalMove[]; say: (value: number) => string };

const kinds: Mark['kind'][] = ['attached', 'started', 'live', 'done'];

/** The chart in words, for those who do not see it. */
export function ChartTable({ of, series, moves, say }: Props) {
  const words = useWords();
  const { t } = words;
  const { definition, key } = of.keyResult;
  const expected = (point: ChartPoint) =>
    point.place === 'inside' ? expectedValue(definition, of.rules, point.on) : null;
  return (
    <VisuallyHidden>
      <table>
        <caption>{t(chart.title, { key })}</caption>
        <thead>
          <tr>
            {[chart.date, chart.value, chart.onPace, chart.note, chart.source].map((head) => (
              <th key={head.id} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.points.map((point) => {
            const pace = expected(point);
            return (
              <tr key={`${point.on} ${point.place}`}>
                <th scope="row">{words.day(point.on)}</th>
                <td>{say(point.value)}</td>
                <td>{pace === null ? '' : say(pace)}</td>
                <td>{note(point, t)}</td>
                <td>{t(chart.from, { source: point.source })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {series.lanes.length > 0 && (
        <table>
          <caption>{t(chart.initiatives)}</caption>
          <thead>
            <tr>
              {[chart.initiative, ...kinds.map((kind) => chart[kind])].map((head) => (
                <th key={head.id} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.lanes.map(({ initiative, marks }) => (
              <tr key={initiative.id}>
                <th scope="row">
                  <IssueName id={initiative.issueId} publicName={initiative.publicName} />
                </th>
                {kinds.map((kind) => {
                  const mark = marks.find((other) => other.kind === kind);
                  return <td key={kind}>{mark ? words.day(mark.on) : ''}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {series.events.length > 0 && (
        <table>
          <caption>{t(chart.events)}</caption>
          <thead>
            <tr>
              {[chart.date, chart.eventUntil, chart.eventWhat].map((head) => (
                <th key={head.id} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.events.map(({ id, on, until, title }) => (
              <tr key={id}>
                <th scope="row">{words.day(on)}</th>
                <td>{until === null ? '' : words.day(until)}</td>
                <td>{title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <GoalTable moves={moves} />
    </VisuallyHidden>
  );
}

function note(point: ChartPoint, t: ReturnType<typeof useWords>['t']): string {
  if (point.unfinished) return t(chart.unfinished);
  if (point.place === 'history') return t(chart.history);
  return point.place === 'follow-up' ? t(chart.followUp) : '';
}
