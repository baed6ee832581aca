import { sayShare, sayValue } from '../../../../../src/domain/say';
import type { InitiativeId } from '../../../../../src/domain/ids';
import { useWords } from '../../messages/use-words';
import type { Stood } from '../how-it-stands';
import { ChartTable } from './chart-table';
import { seriesOf } from './series';
import { SeriesChart } from './series-chart';

type Props = {
  of: Stood;
  /** An initiative's lane was pressed; the list beneath the chart offers the same to the keyboard. */
  onChoose?: (id: InitiativeId) => void;
};

/** A key result's measurements against its pace and target, with what was done and what happened; a table says the same. */
export default function MeasurementChart({ of, onChoose }: Props) {
  const { locale } = useWords();
  const series = seriesOf(of);
  const { unit, metric } = of.keyResult.definition;
  const say = (value: number) =>
    metric.kind === 'milestones' ? sayShare(value, locale) : sayValue(value, unit, locale);
  return (
    <SeriesChart
      series={series}
      unit={unit}
      say={say}
      today={of.today}
      table={<ChartTable of={of} series={series} say={say} />}
      {...(onChoose && { onChoose })}
    />
  );
}
