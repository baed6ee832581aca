import { dayFromNow, said } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { KpiPages } from './pages/kpi-pages';
import { Measuring } from './pages/measuring';
import { MinePage } from './pages/mine-page';
import { ReviewPage } from './pages/review-page';

test.afterEach(async ({ site }) => site.isNow(null));

test('a wrong value is corrected with a reason, and what was recorded stays beside it', async ({
  site,
  world,
  keyResult,
  okrs,
  page,
}) => {
  const trial = await world.keyResult('Trials that convert');
  await world.checkIn(trial, dayFromNow(-7), 50);
  await world.checkIn(trial, dayFromNow(0), 63);
  await site.becomes(people.tom.role);
  await keyResult.opens(trial);
  await new Measuring(page).corrects('63%', '61', 'Two exports were added up.');
  await expect(okrs.flag('The value is corrected')).toBeVisible();
  await keyResult.hasOutcome(`61% on ${said(dayFromNow(0))}`);
  await keyResult.hasCheckIn(
    0,
    `61% on ${said(dayFromNow(0))}`,
    'Corrected from 63% to 61%: Two exports were added up.',
    people.tom.name,
    'from a person',
  );
  await keyResult.hasHistory('corrected a value');
});

test('a Jira search measures a key result, unless it finds what is attached to it', async ({
  site,
  world,
  keyResult,
  page,
}) => {
  const incidents = await world.keyResult('Open incidents');
  const { epic } = await world.epic('Fewer incidents', 1);
  await world.attach(incidents, [epic]);
  const label = `sev-${world.word}`;
  await world.jira.label(epic, label);
  const other = await world.jira.create('Task', 'Payments time out');
  await world.jira.label(other, label);
  const measuring = new Measuring(page);

  await site.becomes(people.marta.role);
  await keyResult.opens(incidents);
  await expect(measuring.source).toContainText('People enter it when they check in.');
  await measuring.writesSearch(`labels = ${label} ORDER BY created`);
  await measuring.triesOut(/^It finds issues that are attached to this key result/);
  await measuring.isRefused(/^This search finds issues attached to this key result/);
  await measuring.rewritesSearch(`labels = ${label} AND key != ${epic.key}`);
  await measuring.triesOut('It finds 1 issue that you can see now.');
  await measuring.saves();
  await expect(measuring.source).toContainText('Not counted yet.');
  await site.runs('every-hour');
  await keyResult.opens(incidents);
  await keyResult.hasCheckIn(0, `1% on ${said(dayFromNow(0))}`, 'counted by Waymark', 'from a Jira search');
  await expect(measuring.source).toContainText('Last counted');

  // Somebody changes the search so that it is in conflict: only by what Jira says of the issue, not by what is saved.
  const beneath = await world.jira.create('Story', 'Retry the payment', epic);
  await world.jira.label(beneath, label);
  await measuring.writesSearch(`labels = ${label} AND key != ${epic.key}`);
  await measuring.isRefused(/^This search finds issues attached to this key result/);
  await site.isNow(`${dayFromNow(2)}T00:00:00Z`);
  await site.runs('every-hour');
  await keyResult.opens(incidents);
  await expect(measuring.source).toContainText('The last count stored nothing');
  await site.becomes(people.priya.role);
  const mine = new MinePage(page);
  await mine.opens();
  await expect(mine.row('Counts that give no number', incidents.title)).toBeVisible();
});

test('a KPI leaves its range, and an objective starts from it whose key result takes its values', async ({
  site,
  world,
  page,
  okrs,
  violations,
}) => {
  const kpis = new KpiPages(page);
  const name = `Churn ${world.word}`;
  await site.becomes(people.marta.role);
  await kpis.opens();
  await kpis.adds(name, world.team.name, { max: '3' });
  await kpis.records('2.5', dayFromNow(-14), 'From the export.');
  await kpis.records('3.5', dayFromNow(-7));
  await kpis.records('4.5');
  await expect(kpis.frame.getByText('Above its range')).toBeVisible();
  await expect(kpis.frame.getByText('Rising, away from its range')).toBeVisible();
  expect(await violations()).toEqual([]);

  await kpis.frame.getByRole('button', { name: 'Start an objective from this KPI' }).click();
  // The team is the KPI's.
  await expect(kpis.frame.getByRole('region', { name: '1. Your team' })).toContainText(world.team.name);
  await kpis.choosesCycle(world.cycle.name);
  await expect(kpis.frame.getByRole('textbox', { name: 'Objective' })).toHaveValue(
    `${name} is healthy again`,
  );
  await kpis.frame.getByRole('button', { name: 'Save objective' }).click();
  await expect(kpis.frame.getByRole('textbox', { name: 'Key result', exact: true })).toHaveValue(
    `${name} from 4.5% to 3%`,
  );
  // What the review has to say of it comes first: it moves the button.
  await expect(new ReviewPage(page).finding('K6')).toBeVisible();
  await kpis.frame.getByRole('button', { name: 'Save key result' }).click();
  await expect(okrs.flag(`${name} from 4.5% to 3%`)).toBeVisible();

  await kpis.opens();
  await kpis.frame.getByRole('link', { name }).click();
  await kpis.frame.getByRole('link', { name: new RegExp(`${name} from 4.5% to 3%`) }).click();
  const source = kpis.frame.getByRole('region', { name: 'Where the number comes from' });
  await expect(source).toContainText(`Its values are those of the KPI ${name}.`);
  const checkIns = kpis.frame.getByRole('region', { name: 'Check-ins' }).getByRole('listitem');
  await expect(checkIns).toHaveCount(3);
  await expect(checkIns.first()).toContainText(`4.5% on ${said(dayFromNow(0))}`);
  await expect(checkIns.first()).toContainText('from a KPI');
});
