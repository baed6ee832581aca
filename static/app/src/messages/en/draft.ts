import { messages } from '../messages';

/** Drafting a team's OKRs of a cycle together. */
export const draft = messages('draft', {
  open: 'Draft together',
  title: 'Draft of {team}, {cycle}',
  titleAny: 'Draft together',
  team: 'Team',
  cycle: 'Cycle',
  choose: 'Choose a team and a cycle that is being drafted',
  chooseWhy:
    'Everyone who opens this page sees the same draft, and what others write appears by itself within seconds.',
  noCycle: 'No cycle is being drafted',
  noCycleWhy: 'Add the next cycle on the page of cycles; its OKRs can then be written here.',
  cycles: 'Cycles',
  readOnly: 'You can read along. The team’s lead writes, and so do owners of objectives and OKR leads.',
  empty: 'Nothing is written yet',
  emptyWhy:
    'Write an objective below: where the team wants to get to. Then say how you will know, a key result a line.',
  addObjective: 'Add an objective',
  objectiveHint:
    'Where to, and how you will know: “We will become the first choice of schools, as measured by trials that convert from 40% to 60%”. Enter saves.',
  parted:
    '{count, plural, one {1 key result comes} other {# key results come}} with it, each still to be saved: {titles}',
  leaveOut: 'Leave out',
  leaveOutOf: 'Leave out “{title}”',
  addKeyResult: 'Add a key result to {key}',
  keyResultHint:
    'One sentence: “Increase activation from 45% to 60% by 30 June”. Enter saves it when its numbers are understood.',
  needsNumbers: 'Say from where to where, and save.',
  notUnderstood: 'Fill in its numbers',
  saved: '{title} is saved',
  created: 'New',
  changed: 'Changed',
  edit: 'Edit',
  editOf: 'Edit {name}',
  noKeyResults: 'No key results yet: two to five say how you will know.',
  from: '{start} → {target}',
  band: 'between {min} and {max}',
  least: 'at least {min}',
  most: 'at most {max}',
  milestones: '{count, plural, one {1 milestone} other {# milestones}}',
  unknown: 'not measurable yet, known by {day}',
  due: 'by {day}',
  next: 'When the draft stands',
  review: 'Read its quality review',
  start: 'Start the cycle',
  refreshed: 'What others write appears here by itself.',
});
