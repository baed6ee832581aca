import { messages } from '../messages';

/** One measurement for a quarter and its year. */
export const counting = messages('counting', {
  title: 'Counts elsewhere, too',
  for: 'Each new value counts for this key result of a longer cycle, too:',
  from: 'New values of these count here, too:',
  none: 'A quarter and its year may measure the same number. Choose the year’s key result, and nobody types a value twice.',
  choose: 'Choose the longer cycle’s key result',
  stop: 'Count it here only',
  again: 'Choose another',
  save: 'Count new values for both',
  saved: 'New values count for both',
  stopped: 'New values count here only',
  where: '{team} · {cycle}',
});
