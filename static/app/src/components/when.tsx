import type { Instant, LocalDate } from '../../../../src/domain/dates';
import { useWords } from '../messages/use-words';

type Props = { day: LocalDate; today?: LocalDate } | { at: Instant };

/** A day, or a moment in the reader's time zone, as the reader's locale writes it. */
export function When(props: Props) {
  const words = useWords();
  return 'at' in props ? (
    <time dateTime={props.at}>{words.moment(props.at)}</time>
  ) : (
    <time dateTime={props.day}>{words.day(props.day, props.today)}</time>
  );
}
