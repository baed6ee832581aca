import VisuallyHidden from '@atlaskit/visually-hidden';
import type { ChartSeries } from '../../components/chart/series';
import { SeriesChart } from '../../components/chart/series-chart';
import { sayValue } from '../../../../../src/domain/say';
import { chart } from '../../messages/en/chart';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import type { StoodKpi } from './kpi-row';

/** A KPI's values against its healthy range, drawn as a band; a table says the same to screen readers. */
export default function KpiChart({ of: { kpi, standing, today } }: { of: StoodKpi }) {
  const { t, locale, day } = useWords();
  const { points } = standing;
  const say = (value: number) => sayValue(value, kpi.unit, locale);
  const series: ChartSeries = {
    points: points.map((point) => ({ ...point, place: 'inside', unfinished: false })),
    pace: [],
    full: [],
    target: null,
    band: { min: kpi.min, max: kpi.max },
    lanes: [],
    events: [],
    from: points[0]?.on ?? kpi.madeOn,
    to: today,
  };
  return (
    <SeriesChart
      series={series}
      unit={kpi.unit}
      say={say}
      today={today}
      empty={t(words.chartEmpty)}
      bandName={t(words.range)}
      table={
        <VisuallyHidden>
          <table>
            <caption>{t(words.chartTitle, { name: kpi.name })}</caption>
            <thead>
              <tr>
                {[chart.date, chart.value, chart.source].map((head) => (
                  <th key={head.id} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.on}>
                  <th scope="row">{day(point.on)}</th>
                  <td>{say(point.value)}</td>
                  <td>{t(chart.from, { source: point.source })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </VisuallyHidden>
      }
    />
  );
}
