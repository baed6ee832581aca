import { sayShare, sayValue } from '../../../../../src/domain/say';
import type { InitiativeId } from '../../../../../src/domain/ids';
import { useWords } from '../../messages/use-words';
import type { Stood } from '../how-it-stands';
import { ChartTable } from './chart-table';
import type { GoalMove } from './goal-moves';
import { seriesOf } from './series';
import { SeriesChart } from './series-chart';

type Props = {
  of: Stood;
  /** Where its goal was moved since its cycle began. */
  moves?: GoalMove[];
  /** An initiative's lane was pressed; the list beneath the chart offers the same to the keyboard. */
  onChoose?: (id: InitiativeId) => void;
};

/** A key result's measurements against its pace and target, with what was done and what happened; a table says the same. */
export default function MeasurementChart({ of, moves = [], onChoose }: Props) {
  const { locale } = useWords();
  const series = seriesOf(of, moves);
  const { unit, metric } = of.keyResult.definition;
  const say = (value: number) =>
    metric.kind === 'milestones' ? sayShare(value, locale) : sayValue(value, unit, locale);
  return (
    <SeriesChart
      series={series}
      moves={moves}
      unit={unit}
      say={say}
      today={of.today}
      table={<ChartTable of={of} series={series} moves={moves} say={say} />}
      {...(onChoose && { onChoose })}
    />
  );
}
