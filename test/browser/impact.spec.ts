import { z } from 'zod';
import { dayFromNow, said, saidInFull } from './builders/days';
import { impactQuarter } from './builders/impact-quarter';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { Keyboard } from './pages/keyboard';
import { MinePage } from './pages/mine-page';

const comments = z.object({
  comments: z.array(z.object({ author: z.object({ accountId: z.string() }), body: z.unknown() })),
});
const closed = z.object({
  fields: z.object({ status: z.object({ name: z.string() }), resolution: z.object({ name: z.string() }) }),
});

test('after a quarter, each initiative is judged by what was measured', async ({
  page,
  site,
  world,
  okrs,
  keyResult,
}) => {
  const { moved, still, unseen, early, both, outage } = await impactQuarter(world, site);
  await site.becomes(people.priya.role);

  await keyResult.opens(moved.keyResult);
  await keyResult.hasVerdict(
    moved.epic.key,
    'The number moved after this',
    'against where the trend before was going (95% range:',
    'of the +15 points expected',
  );
  await keyResult.opens(still.keyResult);
  await keyResult.hasVerdict(
    still.epic.key,
    'The number did not move after this',
    'That is within the noise.',
    'The +15 points expected would have been seen 8 times in 10.',
  );
  await keyResult.opens(unseen.keyResult);
  await keyResult.hasVerdict(
    unseen.epic.key,
    'Whether the number moved after this could not be seen',
    '+1 point was expected, which is less.',
    'This never counts against the work.',
  );
  await keyResult.opens(early.keyResult);
  await keyResult.hasVerdict(
    early.epic.key,
    'Too early to say',
    // Twelve values until a week and a half ago; 41.2 and 40.1 since.
    '40.7% before, 40.1% last; 11 before, 2 after',
    `It can be judged on ${said(dayFromNow(7))}, if the number is measured on time.`,
  );
  await keyResult.opens(both.keyResult);
  for (const { key } of [both.epic, both.other]) {
    await keyResult.hasVerdict(
      key,
      'The number moved after these two',
      'Which of them did it cannot be said.',
    );
  }
  await keyResult.hasVerdict(both.epic.key, both.other.key);

  await keyResult.opens(outage.keyResult);
  await keyResult.hasVerdict(outage.epic.key, 'The number moved after this');
  const event = await keyResult.marksEvent();
  await event.what.fill('Log-in was down');
  await event.kind.fill('Outage');
  await event.option('Outage').click();
  await event.firstDay.fill(dayFromNow(-39));
  await event.saves();
  await event.isClosed();
  await expect(okrs.flag('Marked.')).toBeVisible();
  await keyResult.hasVerdict(
    outage.epic.key,
    'The number moved after these two',
    `Outage: Log-in was down (${said(dayFromNow(-39))})`,
  );
  await keyResult
    .event('Log-in was down')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await keyResult.hasVerdict(outage.epic.key, 'The number moved after this');
  await okrs.flag('Removed “Log-in was down”').getByRole('button', { name: 'Undo' }).click();
  await keyResult.hasVerdict(outage.epic.key, 'The number moved after these two');
  await expect(page.getByText('is marked again')).toBeVisible();
});
