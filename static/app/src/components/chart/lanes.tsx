import type { LocalDate } from '../../../../../src/domain/dates';
import type { InitiativeId } from '../../../../../src/domain/ids';
import { useIssue } from '../../rpc/use-jira';
import styles from './chart.module.css';
import type { Lane, Mark } from './series';

/** Lanes drawn; the list beneath the chart has all of them. */
export const shownLanes = 8;
export const laneHeight = 22;

type Choose = ((id: InitiativeId) => void) | undefined;
type Props = {
  lanes: Lane[];
  x: (day: LocalDate) => number;
  top: number;
  plotTop: number;
  onChoose: Choose;
};

/** One lane per initiative under the plot; the day people got it reaches up into the plot. */
export function Lanes({ lanes, ...place }: Props) {
  return lanes.map((lane, index) => (
    <LaneRow
      key={lane.initiative.id}
      lane={lane}
      {...place}
      y={place.top + index * laneHeight + laneHeight / 2}
    />
  ));
}

type RowProps = Omit<Props, 'lanes'> & { lane: Lane; y: number };

function LaneRow({ lane: { initiative, marks }, x, y, top, plotTop, onChoose }: RowProps) {
  const issue = useIssue(initiative.issueId);
  const positions = marks.map(({ on }) => x(on));
  const live = marks.find(({ kind }) => kind === 'live');
  const label = issue.state === 'seen' ? issue.value.key : initiative.publicName || '—';
  return (
    <g className={onChoose ? styles.chosen : undefined} onClick={() => onChoose?.(initiative.id)}>
      {onChoose && (
        <rect className={styles.press} x={0} y={y - laneHeight / 2} width="100%" height={laneHeight} />
      )}
      <text className={styles.laneLabel} x={0} y={y} dy="0.32em">
        {label.length > 9 ? `${label.slice(0, 8)}…` : label}
      </text>
      <line className={styles.lane} x1={Math.min(...positions)} x2={Math.max(...positions)} y1={y} y2={y} />
      {live && (
        <line
          className={styles.liveLine}
          x1={x(live.on)}
          x2={x(live.on)}
          y1={plotTop}
          y2={Math.max(top, y)}
        />
      )}
      {marks.map((mark) => (
        <MarkShape key={mark.kind} kind={mark.kind} x={x(mark.on)} y={y} />
      ))}
    </g>
  );
}

/** Each kind has a shape of its own, so that nothing depends on colour. */
export function MarkShape({ kind, x, y }: { kind: Mark['kind'] | 'event' | 'goal'; x: number; y: number }) {
  const shape = {
    attached: <path d="M0 -5 L5 0 L0 5 L-5 0 Z" />,
    started: <path d="M-4 -5 L5 0 L-4 5 Z" />,
    live: <circle r={5} />,
    done: <rect x={-4} y={-4} width={8} height={8} />,
    event: <path d="M0 5 L-5 -4 L5 -4 Z" />,
    goal: <path d="M-5 0 H5 M1 -4 L5 0 L1 4" />,
  }[kind];
  return (
    <g className={styles.shape} data-kind={kind} transform={`translate(${x} ${y})`}>
      {shape}
    </g>
  );
}
