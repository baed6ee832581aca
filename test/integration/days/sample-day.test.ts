/** The sample company filled in on the day of the tests, whichever that is: `npm run test:days` runs it at thirty of them. */
import { answerCall } from '../../../src/entry/answer-call';
import { lantern } from '../../../static/app/src/features/sample/lantern/lantern';
import { planSample } from '../../../static/app/src/features/sample/plan-sample';
import { readExisting } from '../../../static/app/src/features/sample/read-existing';
import { runSample } from '../../../static/app/src/features/sample/run-sample';
import { sampleIdsOf } from '../../../static/app/src/features/sample/sample-ids';
import { sampleStateOf } from '../../../static/app/src/features/sample/sample-state';
import type { Call } from '../../../static/app/src/features/sample/step';
import { openInstallation, type Installation } from '../../builders/installation';
import { testDay, testTime } from '../../builders/test-date';
import { people, unwrap } from '../../builders/world';

const ids = sampleIdsOf('https://lantern.example');

let site: Installation;
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  site = await openInstallation();
  site.okrLeads.add(people.okrLead);
  site.setNow(testTime());
});
afterAll(() => site.close());

const asLead: Call = (name, input) =>
  answerCall(name, input, {
    accountId: people.okrLead,
    installation: 'lantern',
    dependencies: (accountId) => site.as(accountId),
  });

/** Fills it in, and answers what became of its steps. */
async function fill(): Promise<string[]> {
  const directory = unwrap(await asLead('directory.read', {}));
  const steps = planSample({
    company: lantern,
    ids,
    nameOf: (slug) => slug,
    today: testDay(),
    timeZone: 'Europe/Berlin',
    me: people.okrLead,
    jira: { issues: new Map(), runWork: [], people: new Map() },
    existing: unwrap(await readExisting(asLead, ids, directory)),
  });
  const outcomes = await runSample({
    steps,
    before: new Map(),
    call: asLead,
    noAnswer: 'No answer',
    stopped: () => false,
    onStep: () => undefined,
  });
  return [...new Set([...outcomes.values()].map((one) => ('message' in one ? one.message : one.state)))];
}

test('the company is filled whole, and once', async () => {
  expect(await fill()).toEqual(['made']);
  const directory = unwrap(await asLead('directory.read', {}));
  expect(sampleStateOf(ids, directory)).toBe('filled');
  const running = directory.cycles.find(({ id }) => id === ids('cycle:running'));
  expect([(running?.startsOn ?? '') <= testDay(), testDay() <= (running?.endsOn ?? '')]).toEqual([
    true,
    true,
  ]);
  expect(await fill()).toEqual(['there']);
});
