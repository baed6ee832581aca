/** What people fill in, field by field: the bodies that several calls of the call table share. */
import { z } from 'zod/mini';
import { blockableRules } from '../domain/quality/finding';
import { teamLevels } from '../domain/team-tree';
import * as input from './inputs';

/** What a check-in says, whether it is made today or kept elsewhere before. */
export const checkIn = {
  id: input.checkInId,
  day: input.day,
  value: z.nullable(input.number),
  reached: z.nullable(z.array(input.milestoneId).check(z.maxLength(20))),
  confidence: z.nullable(
    z
      .int('Confidence is a whole number from 0 to 10.')
      .check(z.minimum(0, 'Confidence is 0 to 10.'), z.maximum(10, 'Confidence is 0 to 10.')),
  ),
  evidence: input.note(4000, 'the evidence'),
  blocker: input.note(2000, 'the blocker'),
  decision: z.nullable(
    z.object({
      text: input.note(2000, 'the decision').check(z.minLength(1, 'Write the decision.')),
      owner: input.accountId,
      dueOn: input.day,
    }),
  ),
};

/** What people say of a team. */
export const team = z.object({
  name: input.line(120, "the team's name"),
  level: z.enum(teamLevels),
  parentId: z.nullable(input.teamId),
  lead: z.nullable(input.accountId),
  members: z.array(input.accountId).check(z.maxLength(500, 'Keep to 500 members.')),
  projectIds: z.array(input.projectId).check(z.maxLength(50, 'Keep to 50 projects.')),
  timeZone: input.timeZone,
  cadence: input.cadence,
});

/** What a team says of itself: the organisation its mission and priorities, every team its Confluence space. */
export const teamProfile = z.object({
  mission: input.note(1000, 'the mission'),
  priorities: z
    .array(
      z.object({
        year: z.int('Write the year with four digits.').check(z.minimum(2000), z.maximum(2199)),
        text: input
          .note(2000, 'the priorities')
          .check(z.minLength(1, 'Write the priorities, or remove the year.')),
      }),
    )
    .check(z.maxLength(10, 'Keep to ten years.')),
  spaceId: z.nullable(input.spaceId),
});

/** What people say of a cycle. */
export const cycle = z.object({
  name: input.line(80, "the cycle's name"),
  startsOn: input.day,
  endsOn: input.day,
  parentId: z.nullable(input.cycleId),
});

/** What people say of an objective. */
export const objective = z.object({
  title: input.line(255, 'the objective'),
  why: input.note(4000, 'the reason'),
  owner: z.nullable(input.accountId),
  restricted: z.boolean(),
  viewers: z.array(input.accountId).check(z.maxLength(200, 'Keep to 200 people.')),
});

/** What people say of a key result. */
export const keyResult = z.object({
  title: input.line(255, 'the key result'),
  owner: z.nullable(input.accountId),
  definition: input.definition,
});

const prefix = z.string().check(z.regex(/^[A-Z]{1,6}$/, 'Use one to six capital letters.'));
const labels = z.object({ achieved: input.number, partial: input.number });
const word = z.string().check(z.trim(), z.maxLength(24, 'Shorten the word to 24 characters.'));

/** What a site sets; whether its numbers make sense together is `checkRules`' to say. */
export const settings = z.object({
  rules: z.object({
    pace: z.object({ ahead: input.number, onPace: input.number, behind: input.number }),
    aspirational: input.number,
    holidays: z.array(input.day).check(z.maxLength(400, 'Keep to 400 holidays.')),
    notDelivered: z.array(input.line(60, 'the resolution')).check(z.maxLength(50, 'Keep to 50 resolutions.')),
    countBy: z.enum(['count', 'points', 'time']),
    scoreLabels: z.object({ committed: labels, aspirational: labels }),
    caps: z.object({
      objectives: z.object({ many: input.number, tooMany: input.number }),
      keyResults: z.object({ fewest: input.number, most: input.number }),
      carried: input.number,
    }),
    prepareDays: input.number,
    blocking: z
      .array(z.enum(blockableRules))
      .check(z.maxLength(blockableRules.length, 'Name each rule once.')),
  }),
  keyPrefix: z.object({ objective: prefix, keyResult: prefix }).check(
    z.refine(({ objective, keyResult }) => objective !== keyResult, {
      path: ['keyResult'],
      error: 'Objectives have these letters: a key would be that of two things. Choose others.',
    }),
  ),
  mailFrom: z.nullable(input.issueId),
  scoreWords: z.object({ achieved: word, partial: word, missed: word, dropped: word }),
  newTeam: z.object({ cadence: input.cadence, timeZone: z.nullable(input.timeZone) }),
});
