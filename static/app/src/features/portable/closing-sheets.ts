/** The sheets of what was said at a cycle's end. */
import { id, inPlace, onKeyResult } from './sheet-parts';
import type { Sheet } from './sheet';
import type { ConfirmationRow, RetrospectiveRow, ScoreRow } from './world';

const scoreOn = onKeyResult<ScoreRow>();
export const scores: Sheet<ScoreRow> = {
  name: 'Scores',
  columns: [
    ...scoreOn.name,
    { head: 'Score', get: (row) => row.score },
    { head: 'Result', get: (row) => row.label },
    { head: 'Rationale', get: ({ rationale }) => rationale || null, width: 40 },
    { head: 'Next cycle', get: (row) => row.next },
    id(),
    scoreOn.id,
  ],
  read: (record) => ({
    id: record.id('Id'),
    keyResultId: record.id('Key result id'),
    score: record.maybeNumber('Score'),
    label: record.choice('Result', ['achieved', 'partial', 'missed', 'dropped']),
    rationale: record.text('Rationale'),
    next: record.maybeChoice('Next cycle', ['drop', 'rewrite', 'repeat']),
  }),
};

export const confirmations: Sheet<ConfirmationRow> = {
  name: 'Write-ups',
  columns: [
    {
      head: 'Objective',
      width: 40,
      get: ({ objectiveId }, { world }) => {
        const found = world.objectives.find((one) => one.id === objectiveId);
        return found ? `${found.key} ${found.title}` : null;
      },
    },
    { head: 'Score', get: (row) => row.score },
    { head: 'Write-up', get: (row) => row.writeUp, width: 60 },
    id(),
    { head: 'Objective id', get: (row) => row.objectiveId },
  ],
  read: (record) => ({
    id: record.id('Id'),
    objectiveId: record.id('Objective id'),
    score: record.maybeNumber('Score'),
    writeUp: record.words('Write-up'),
  }),
};

const retrospectivePlace = inPlace<RetrospectiveRow>();
export const retrospectives: Sheet<RetrospectiveRow> = {
  name: 'Retrospectives',
  columns: [
    ...retrospectivePlace.names,
    { head: 'What helped', get: ({ helped }) => helped || null, width: 40 },
    { head: 'What hindered', get: ({ hindered }) => hindered || null, width: 40 },
    { head: 'What was learned', get: ({ learned }) => learned || null, width: 40 },
    { head: 'What will change', get: ({ willChange }) => willChange || null, width: 40 },
    id(),
    ...retrospectivePlace.ids,
  ],
  read: (record) => ({
    id: record.id('Id'),
    teamId: record.id('Team id'),
    cycleId: record.id('Cycle id'),
    helped: record.text('What helped'),
    hindered: record.text('What hindered'),
    learned: record.text('What was learned'),
    willChange: record.text('What will change'),
  }),
};
