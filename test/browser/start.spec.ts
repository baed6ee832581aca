import { daysBetween, localDate, type LocalDate } from '../../src/domain/dates';
import { testDay } from '../builders/test-date';
import { people } from './builders/people';
import { expect } from './fixtures';
import { test } from './own-site';
import { Keyboard } from './pages/keyboard';
import { StartPage } from './pages/start-page';

/** The first day of a day's calendar quarter. */
function quarterOf(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7));
  return localDate(`${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
}

test('on an empty site a team writes its first OKRs in one sitting, by keyboard alone', async ({
  site,
  okrs,
  page,
}) => {
  await site.becomes(people.priya.role);
  await okrs.opens();
  await okrs.isHeaded('Say where you want to get to, and see whether the work takes you there');
  await expect(okrs.frame.getByRole('heading', { name: 'Write OKRs' })).toBeVisible();
  await expect(okrs.frame.getByRole('heading', { name: 'Import a document' })).toBeVisible();
  await expect(okrs.frame.getByRole('heading', { name: 'Fill with a sample company' })).toBeVisible();

  const keyboard = new Keyboard(page);
  await keyboard.uses(okrs.frame.getByRole('button', { name: 'Start writing' }));
  const start = new StartPage(okrs.frame, keyboard);
  await start.makesTeamFrom('Growth & Onboarding');
  await start.suggestsMembers(people.priya.name, people.tom.name, 'Ana Lindqvist', 'Kenji Mori');
  await start.savesTeam('Growth & Onboarding');
  await start.savesSuggestedCycle();
  await start.writesObjective('New learners stay');
  await start.writesKeyResult(
    'More trials become subscriptions',
    { metric: 'Rise', from: '40', to: '80', unit: '%' },
    'Save and add another',
  );
  await start.countsKeyResults('1 key result saved.');
  await start.saysKeyResult(
    'Raise lessons finished from 1,200 to 2k a week',
    'Understood: rises from 1,200 to 2,000, counted per week. Change it below.',
  );
  await start.countsKeyResults('2 key results saved.');
  await start.writesKeyResult(
    'Fewer days to the first lesson',
    { metric: 'Fall', from: '10', to: '4', unit: 'Number' },
    'Save key result',
  );
  await start.countsKeyResults('3 key results saved.');
  await start.finishes();

  await okrs.isHeaded('OKRs of Growth & Onboarding');
  await expect(okrs.frame.getByRole('heading', { name: 'New learners stay' })).toBeVisible();
  await okrs
    .row({ key: 'KR-1', title: 'More trials become subscriptions' })
    .shows('KR-1', 'not measured', 'Priya Raman');
  await okrs
    .row({ key: 'KR-2', title: 'Raise lessons finished from 1,200 to 2k a week' })
    .shows('KR-2', 'not measured');
  await okrs.row({ key: 'KR-3', title: 'Fewer days to the first lesson' }).shows('KR-3', 'not measured');
});

test('an empty site is filled with a sample company, attached to the issues that are there', async ({
  site,
  okrs,
  issue,
}) => {
  test.setTimeout(400_000);
  await site.becomes(people.marta.role);
  await okrs.opens();
  await okrs.frame.getByRole('button', { name: 'Look at the sample' }).click();
  await expect(
    okrs.frame.getByText(/^(“Finish a lesson on day one”: all the work is done|This quarter has just begun)/),
  ).toBeVisible();
  await expect(
    okrs.frame.getByText(
      'All 25 issues that belong to the sample were found in Jira. They are attached; nothing in Jira is changed otherwise.',
    ),
  ).toBeVisible();
  await okrs.frame.getByRole('button', { name: 'Fill with the sample company' }).click();
  await expect(okrs.frame.getByText('Lantern is open')).toBeVisible({ timeout: 300_000 });

  await okrs.opens();
  const flat = okrs.frame
    .getByRole('listitem')
    .filter({ has: okrs.frame.getByRole('link', { name: /finish a lesson on day one/ }) });
  // From a month into the quarter on every story of the company has happened; before, its words are still to come.
  if (daysBetween(quarterOf(testDay()), testDay()) >= 31) {
    await expect(flat).toContainText(
      /The work attached is done and had time to show, yet the number (gained|lost) [0-4]% of the way\./,
    );
  } else {
    await expect(flat).toContainText('Confidence');
  }
  await issue.opens({ id: '', key: 'GROW-1', summary: 'Guided first lesson for new learners' });
  await issue.panelReads(/^WaymarkKR-\d+ · (ahead|on pace|behind|far behind|unknown)/);

  // Pressing it twice makes nothing twice.
  await okrs.opens('/sample');
  await expect(okrs.frame.getByText('The sample company is here')).toBeVisible();
});

test('looking for another team or cycle loses nothing of what is being written', async ({
  site,
  world,
  okrs,
}) => {
  await site.becomes(people.priya.role);
  await okrs.opens(`/start?team=${world.team.id}&cycle=${world.cycle.id}`);
  const objective = okrs.frame.getByRole('textbox', { name: 'Objective' });
  await objective.fill('Newcomers stay');
  const cycle = okrs.frame.getByRole('region', { name: '2. The cycle' });
  await cycle.getByRole('button', { name: 'Choose another cycle' }).click();
  await expect(cycle).toBeFocused();
  await expect(cycle.getByRole('textbox', { name: 'Cycle’s name' })).toBeVisible();
  await okrs.frame.getByRole('button', { name: 'Choose another team' }).click();
  await expect(objective).toHaveValue('Newcomers stay');
  await objective.press('Enter');
  await expect(okrs.frame.getByText('Newcomers stay is saved.')).toBeVisible();
  await expect(okrs.frame.getByRole('region', { name: '1. Your team' })).toHaveText(
    `1. Your team${world.team.name}`,
  );
});
