/** Reminders after the day of the tests, in three time zones: `npm run test:days` runs it at thirty of them. */
import { addDays, dayIn, instant, type LocalDate } from '../../../src/domain/dates';
import { saveSettings } from '../../../src/usecases/settings/save-settings';
import { sendReminders } from '../../../src/usecases/reminder/send-reminders';
import { cyclesAround } from '../../../static/app/src/features/sample/sample-dates';
import { requestId } from '../../builders/acts';
import { testDay, testTime } from '../../builders/test-date';
import {
  aDefinition,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  people,
  unwrap,
} from '../../builders/world';
import { marta, openJiraSite, type JiraSite } from '../work/jira-site';

const { running } = cyclesAround(testDay());
/** Two to three weeks on: a key result that was never measured is due by then, in a quarter of any age. */
const monday = [14, 15, 16, 17, 18, 19, 20]
  .map((days) => addDays(testDay(), days))
  .find((day) => new Date(day).getUTCDay() === 1);

let site: JiraSite;
beforeEach(async () => {
  site = await openJiraSite();
  site.setNow(testTime());
  site.okrLeads.add(people.okrLead);
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

/** Midnight on a team's wall, in milliseconds: these zones differ from UTC by whole hours. */
function midnight(day: LocalDate, timeZone: string): number {
  const noon = Date.parse(`${day}T12:00:00.000Z`);
  const hours = Array.from({ length: 48 }, (_, at) => noon + (at - 30) * 3_600_000);
  const first = hours.find((at) => dayIn(timeZone, instant(at)) === day);
  if (first === undefined) throw new Error(`${day} is not a day in ${timeZone}`);
  return first;
}

test.each(['Europe/London', 'America/New_York', 'Pacific/Auckland'])(
  'in %s a check-in that is due is mailed on Monday at seven, once, and not before',
  async (timeZone) => {
    const teamId = await makeTeam(site, { timeZone });
    const cycleId = await makeCycle(site, { name: 'Running', ...running });
    const objectiveId = await makeObjective(site, { teamId, cycleId });
    const definition = aDefinition({ startsOn: running.startsOn, dueOn: running.endsOn });
    await makeKeyResult(site, objectiveId, { owner: marta, definition });
    const deps = site.as(people.okrLead);
    const { site: now, version } = await deps.settings.read();
    const mailFrom = await site.createIssue('Story', {});
    unwrap(
      await saveSettings(deps, { version, requestId: requestId(), settings: { ...now, mailFrom }, why: '' }),
    );

    if (monday === undefined) throw new Error('a week without a Monday');
    const begins = midnight(monday, timeZone);
    const mailed: number[] = [];
    for (const minutes of [-60, 6 * 60 + 59, 7 * 60, 8 * 60]) {
      site.setNow(instant(begins + minutes * 60_000));
      await sendReminders(site.upkeep());
      mailed.push((await site.takeMails(marta)).length);
    }
    expect(mailed).toEqual([0, 0, 1, 0]);
  },
);
