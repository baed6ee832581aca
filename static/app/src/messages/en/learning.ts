import { messages } from '../messages';

/** What many verdicts teach, of a team or the whole site. */
export const learningWords = messages('learning', {
  title: 'What we learned',
  lead: 'Which work moved its number, and how good the hypotheses were. Of work, never of people.',
  team: 'Team',
  wholeSite: 'The whole site',
  showAll: 'Show the whole site',
  summary:
    'Of {judged, plural, one {1 piece of work} other {# pieces of work}} that could be judged, {moved, number} moved {moved, plural, one {its} other {their}} number, {didNotMove, number} did not, {couldNotSee, number} could not be seen, {wrong, number} moved it the wrong way.',
  chance:
    'Chance alone would give about {chance} that {chance, plural, one {seems} other {seem}} to have moved {chance, plural, one {its} other {their}} number.',
  noneJudged:
    '{count, plural, one {1 piece of work has reached people. It cannot be judged yet.} other {# pieces of work have reached people. None of them can be judged yet.}}',
  notJudged:
    '{count, plural, one {1 more} other {# more}} could not be judged: too early, too few values before, or not to be told from other work.',
  notJudgedWhy:
    'A verdict needs three values before people got the work and three after, and nothing else in the same days.',
  couldNotSee:
    'What could not be seen never counts against the work: the measurements were too few, or too noisy, for the change that was expected.',
  heldOtherwise:
    '{count, plural, one {Of 1 verdict} other {Of # verdicts}} somebody held another view, with a reason. The counts here are the computed ones.',
  share: 'Of such work, between {low} and {high} moves its number.',
  tooFew: 'That is too few to say how often such work moves its number.',
  cycles: 'From {cycles}.',
  cyclesFrom: 'From {first} to {last}.',
  more: 'Read earlier work too',
  moreWhy: 'This is the newest work. Older work is not counted yet.',
  hypotheses: 'How good the hypotheses were',
  noHypotheses:
    'No work that could be judged had a hypothesis. Write one when you attach work: by how much, and when.',
  calibration:
    'Of {count, plural, one {1 hypothesis} other {# hypotheses}}, {held, number} held, {tooHigh, number} expected too much, {tooLow, number} too little.',
  calibrationShare: 'Half came to less than {share} of what was expected.',
  calibrationTooFew: 'Too few to say how good hypotheses are here.',
  chart: 'What came of each hypothesis, in % of what was expected',
  chartNewest: 'The newest {count} are drawn.',
  observed: 'Observed',
  range: '95 % range',
  rangeOf: '{low} to {high}',
  outcome: 'The hypothesis',
  keyResult: 'Key result',
  held: 'held',
  liesWithin: 'The hypothesis lies in the range',
  liesOutside: 'It does not',
  tooHigh: 'too high',
  tooLow: 'too low',
  expected: 'As expected',
  nothing: 'No change',
  kinds: 'Which kinds of work moved numbers',
  kindsWhy:
    'Some kind always looks best, by chance alone. Compare the ranges: where they overlap, nothing is told.',
  byType: 'By issue type',
  byLabel: 'By label',
  bySize: 'By size',
  byLag: 'By how soon it was to show',
  kind: 'Kind',
  judged: 'Judged',
  moved: 'Moved',
  didNotMove: 'Did not',
  notSeen: 'Could not be seen',
  wrongWay: 'Wrong way',
  movedShare: 'Share that moved',
  tooFewHere: 'too few to say',
  allKinds: '{count, plural, other {Show all #}}',
  hidden: 'Work you cannot see',
  noLabel: 'No label',
  size0: 'No child issues',
  size5: '1 to 5 child issues',
  size15: '6 to 15 child issues',
  size16: '16 or more child issues',
  sizeUnknown: 'Size not known',
  lag7: 'Within a week',
  lag30: 'Within a month',
  lag91: 'Within a quarter',
  lag92: 'Later',
  lagUnknown: 'No hypothesis',
  empty: 'Nothing to learn from yet',
  emptyWhy:
    'Attach an epic to the key result it should move, and say by how much and when. Once people have it, and the number was measured three times before and three times after, its verdict stands here beside the others.',
  emptyAct: 'Go to the OKRs',
});
