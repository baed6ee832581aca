/** The sheets of an exported workbook: one for each noun, made to be read, and read again. */
import { isJiraId, isUuid } from '../../../../../src/domain/ids';
import type { CheckIn } from '../../../../../src/domain/check-in';
import type { HypothesisState } from '../../../../../src/domain/initiative';
import { keyResultColumns, readDefinition } from './key-result-columns';
import { Unreadable, type TableRecord } from './record';
import { confirmations, retrospectives, scores } from './closing-sheets';
import { people, person, type Sheet } from './sheet';
import { cycleName, id, inPlace, onKeyResult, readMoment, required, teamName } from './sheet-parts';
import type {
  CheckInRow,
  CycleRow,
  EventRow,
  InitiativeRow,
  KeyResultRow,
  ObjectiveRow,
  TeamRow,
  World,
} from './world';

export type Sheets = { [N in keyof World]: Sheet<World[N][number]> };

const teams: Sheet<TeamRow> = {
  name: 'Teams',
  columns: [
    { head: 'Team', get: (row) => row.name, width: 24 },
    { head: 'Level', get: (row) => row.level },
    { head: 'Belongs to', get: ({ parentId }, beside) => teamName(parentId, beside), width: 20 },
    ...person<TeamRow>('Lead', (row) => row.lead),
    ...people<TeamRow>('Members', (row) => row.members),
    { head: 'Time zone', get: (row) => row.timeZone },
    { head: 'Checks in', get: (row) => row.cadence },
    { head: 'Archived', get: ({ archived }) => (archived ? 'yes' : null) },
    { head: 'Jira project ids', get: ({ projectIds }) => projectIds.join(' ') || null },
    id(),
    { head: 'Belongs to id', get: (row) => row.parentId },
  ],
  read: (record) => ({
    id: record.id('Id'),
    name: record.words('Team'),
    level: record.choice('Level', ['organisation', 'department', 'team', 'person']),
    parentId: record.maybeId('Belongs to id'),
    lead: record.person('Lead account'),
    members: record.people('Members accounts'),
    projectIds: record.list('Jira project ids').map((text) => {
      if (!isJiraId<'project'>(text)) throw new Unreadable('Jira project ids', 'id', text);
      return text;
    }),
    timeZone: record.words('Time zone'),
    cadence: record.choice('Checks in', ['weekly', 'every-two-weeks', 'monthly']),
    archived: record.yes('Archived'),
  }),
};

const cycles: Sheet<CycleRow> = {
  name: 'Cycles',
  columns: [
    { head: 'Cycle', get: (row) => row.name, width: 20 },
    { head: 'Starts on', day: true, get: (row) => row.startsOn },
    { head: 'Ends on', day: true, get: (row) => row.endsOn },
    { head: 'Phase', get: (row) => row.phase },
    { head: 'Within', get: ({ parentId }, beside) => cycleName(parentId, beside) },
    id(),
    { head: 'Within id', get: (row) => row.parentId },
  ],
  read: (record) => ({
    id: record.id('Id'),
    name: record.words('Cycle'),
    startsOn: record.day('Starts on'),
    endsOn: record.day('Ends on'),
    phase: record.choice('Phase', ['draft', 'active', 'scoring', 'closed']),
    parentId: record.maybeId('Within id'),
  }),
};

const objectivePlace = inPlace<ObjectiveRow>();
const objectives: Sheet<ObjectiveRow> = {
  name: 'Objectives',
  columns: [
    ...objectivePlace.names,
    { head: 'Key', get: (row) => row.key },
    { head: 'Objective', get: (row) => row.title, width: 60 },
    { head: 'Why it matters', get: ({ why }) => why || null, width: 40 },
    ...person<ObjectiveRow>('Owner', (row) => row.owner),
    { head: 'Restricted', get: ({ restricted }) => (restricted ? 'yes' : null) },
    ...people<ObjectiveRow>('Also seen by', (row) => row.viewers),
    id(),
    ...objectivePlace.ids,
  ],
  read: (record) => ({
    id: record.id('Id'),
    key: record.text('Key'),
    title: record.words('Objective'),
    why: record.text('Why it matters'),
    owner: record.person('Owner account'),
    restricted: record.yes('Restricted'),
    viewers: record.people('Also seen by accounts'),
    teamId: record.id('Team id'),
    cycleId: record.id('Cycle id'),
  }),
};

const keyResults: Sheet<KeyResultRow> = {
  name: 'Key results',
  columns: [
    {
      head: 'Objective',
      width: 40,
      get: ({ objectiveId }, { world }) => {
        const found = world.objectives.find((one) => one.id === objectiveId);
        return found ? `${found.key} ${found.title}` : null;
      },
    },
    ...keyResultColumns,
    id(),
    { head: 'Objective id', get: (row) => row.objectiveId },
  ],
  read: (record) => ({
    id: record.id('Id'),
    key: record.text('Key'),
    title: record.words('Key result'),
    owner: record.person('Owner account'),
    objectiveId: record.id('Objective id'),
    definition: readDefinition(record),
  }),
};

const checkInOn = onKeyResult<CheckInRow>();
const checkIns: Sheet<CheckInRow> = {
  name: 'Check-ins',
  columns: [
    ...checkInOn.name,
    { head: 'Day', day: true, get: (row) => row.day },
    { head: 'Value', get: (row) => row.value },
    { head: 'Confidence', get: (row) => row.confidence },
    { head: 'Evidence', get: ({ evidence }) => evidence || null, width: 40 },
    { head: 'Blocker', get: ({ blocker }) => blocker || null, width: 30 },
    { head: 'Decision', get: ({ decision }) => decision?.text ?? null, width: 30 },
    ...person<CheckInRow>('Decision owner', ({ decision }) => decision?.owner ?? null),
    { head: 'Decision due', day: true, get: ({ decision }) => decision?.dueOn ?? null },
    { head: 'Ask', get: ({ ask }) => ask?.text ?? null, width: 30 },
    ...person<CheckInRow>('Asked', ({ ask }) => ask?.of ?? null),
    { head: 'Milestones reached', get: ({ reached }) => reached && (reached.join(' ') || 'none') },
    { head: 'Source', get: (row) => row.source },
    ...person<CheckInRow>('By', (row) => row.by),
    { head: 'Made on', day: true, get: (row) => row.madeOn },
    { head: 'Recorded at', get: (row) => row.recordedAt },
    id(),
    checkInOn.id,
  ],
  read: (record) => ({
    id: record.id('Id'),
    keyResultId: record.id('Key result id'),
    day: record.day('Day'),
    value: record.maybeNumber('Value'),
    confidence: record.maybeNumber('Confidence'),
    evidence: record.text('Evidence'),
    blocker: record.text('Blocker'),
    decision: readDecision(record),
    ask: readAsk(record),
    reached: readReached(record),
    source: record.choice('Source', ['person', 'import', 'sample', 'jql', 'kpi', 'api']),
    by: required(record.person('By account'), 'By account'),
    madeOn: record.day('Made on'),
    recordedAt: readMoment(record, 'Recorded at'),
  }),
};

function readDecision(record: TableRecord): CheckIn['decision'] {
  const text = record.text('Decision');
  if (text === '') return null;
  const owner = required(record.person('Decision owner account'), 'Decision owner account');
  return { text, owner, dueOn: record.day('Decision due') };
}

function readAsk(record: TableRecord): CheckIn['ask'] {
  const text = record.text('Ask');
  return text === '' ? null : { text, of: required(record.person('Asked account'), 'Asked account') };
}

function readReached(record: TableRecord): CheckIn['reached'] {
  const words = record.list('Milestones reached');
  if (words.length === 0) return null;
  if (words.join(' ') === 'none') return [];
  return words.map((text) => {
    if (!isUuid<'milestone'>(text)) throw new Unreadable('Milestones reached', 'id', text);
    return text;
  });
}

const initiativeOn = onKeyResult<InitiativeRow>();
const stated =
  (get: (stated: Extract<HypothesisState, { kind: 'stated' }>['hypothesis']) => string | number) =>
  ({ hypothesis }: InitiativeRow) =>
    hypothesis.kind === 'stated' ? get(hypothesis.hypothesis) || null : null;
const initiatives: Sheet<InitiativeRow> = {
  name: 'Initiatives',
  columns: [
    ...initiativeOn.name,
    { head: 'Issue', get: ({ issueKey }) => issueKey || null },
    { head: 'Issue title', get: ({ issueTitle }) => issueTitle || null, width: 40 },
    { head: 'Public name', get: ({ publicName }) => publicName || null, width: 24 },
    { head: 'Hypothesis', get: ({ hypothesis }) => hypothesis.kind },
    { head: 'Expected change', get: stated(({ effect }) => effect) },
    {
      head: 'Days until it shows',
      get: ({ hypothesis }) => (hypothesis.kind === 'stated' ? hypothesis.hypothesis.lagDays : null),
    },
    { head: 'Why', get: stated(({ why }) => why), width: 30 },
    { head: 'People got it on', day: true, get: ({ live }) => live?.on ?? null },
    { head: 'Said because', get: ({ live }) => live?.reason || null, width: 24 },
    ...person<InitiativeRow>('Said by', ({ live }) => live?.by ?? null),
    ...person<InitiativeRow>('Attached by', (row) => row.attachedBy),
    { head: 'Attached at', get: (row) => row.attachedAt },
    { head: 'Issue id', get: (row) => row.issueId },
    id(),
    initiativeOn.id,
  ],
  read: (record) => {
    const issueId = record.words('Issue id');
    if (!isJiraId<'issue'>(issueId)) throw new Unreadable('Issue id', 'id', issueId);
    return {
      id: record.id('Id'),
      keyResultId: record.id('Key result id'),
      issueId,
      issueKey: record.text('Issue'),
      issueTitle: record.text('Issue title'),
      publicName: record.text('Public name'),
      hypothesis: readHypothesis(record),
      live: readLive(record),
      attachedBy: required(record.person('Attached by account'), 'Attached by account'),
      attachedAt: readMoment(record, 'Attached at'),
    };
  },
};

function readHypothesis(record: TableRecord): HypothesisState {
  const kind = record.choice('Hypothesis', ['stated', 'skipped', 'left-to-owner']);
  if (kind !== 'stated') return { kind };
  return {
    kind,
    hypothesis: {
      effect: record.number('Expected change'),
      lagDays: record.number('Days until it shows'),
      why: record.text('Why'),
    },
  };
}

function readLive(record: TableRecord): InitiativeRow['live'] {
  const on = record.maybeDay('People got it on');
  if (on === null) return null;
  const by = required(record.person('Said by account'), 'Said by account');
  return { on, reason: record.text('Said because'), by };
}

const eventOn = onKeyResult<EventRow>();
const events: Sheet<EventRow> = {
  name: 'Outside events',
  columns: [
    ...eventOn.name,
    { head: 'Day', day: true, get: (row) => row.on },
    { head: 'Last day', day: true, get: (row) => row.until },
    { head: 'What happened', get: (row) => row.title, width: 40 },
    { head: 'Kind', get: (row) => row.kind },
    id(),
    eventOn.id,
  ],
  read: (record) => ({
    id: record.id('Id'),
    keyResultId: record.id('Key result id'),
    kind: record.choice('Kind', ['campaign', 'outage', 'price', 'definition', 'other']),
    on: record.day('Day'),
    until: record.maybeDay('Last day'),
    title: record.words('What happened'),
  }),
};

/** In the order they stand in the workbook. */
export const sheets: Sheets = {
  objectives,
  keyResults,
  checkIns,
  initiatives,
  events,
  scores,
  confirmations,
  retrospectives,
  teams,
  cycles,
};
