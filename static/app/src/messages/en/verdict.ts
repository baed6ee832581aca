import { messages } from '../messages';

/** Verdicts on initiatives by their names, which the issue panel says too (design §3.8). */
export const verdict = messages('verdict', {
  moved: 'The number moved after this',
  noVisibleEffect: 'The number did not move after this',
  couldNotSee: 'Whether the number moved after this could not be seen',
  movedWrongWay: 'The number moved the wrong way after this',
  tooEarly: 'Too early to say',
  noBaseline: 'Too few values from before',
  cannotSeparate: 'What this did cannot be told apart from what else happened',
  jointMoved:
    'The number moved after {count, plural, =2 {these two} =3 {these three} =4 {these four} =5 {these five} other {these #}}',
  jointWrongWay:
    'The number moved the wrong way after {count, plural, =2 {these two} =3 {these three} =4 {these four} =5 {these five} other {these #}}',
  jointNone:
    'No change can be seen after {count, plural, =2 {these two} =3 {these three} =4 {these four} =5 {these five} other {these #}}',
  jointUnknown:
    'What {count, plural, =2 {these two} =3 {these three} =4 {these four} =5 {these five} other {these #}} did cannot be told apart',
});
