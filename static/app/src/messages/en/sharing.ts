import { messages } from '../messages';

/** Key results that teams share: one home, shown elsewhere. */
export const sharing = messages('sharing', {
  beneath: 'Shared by other teams: shown here, counted at home',
  by: 'Shared by {team}',
  inCycle: 'Counted in {cycle}',
  show: 'Show a key result of another team',
  showHint:
    'For a number that two teams move together. It stays the other team’s: they measure and score it, and it adds nothing to this objective’s own.',
  save: 'Show it here',
  shownHere: '{key} is shown here',
  isShownHere: '{key} was shown here already',
  takeAway: 'Take away',
  takeAwayOf: 'Take {key} away from {objective}',
  takenAway: '{key} is no longer shown beneath {objective}',
  shownAgain: '{key} is shown there again',
  notSaved: 'This was not saved',
  also: 'Also shown beneath',
  alsoNote: 'Objectives of other teams that show this key result. Only its own objective counts it.',
  where: '{team} · {cycle}',
});
