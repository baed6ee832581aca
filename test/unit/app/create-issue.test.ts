import type { AccountId, ProjectId } from '../../../src/domain/ids';
import { JiraError } from '../../../static/app/src/rpc/jira';
import { createIssue } from '../../../static/app/src/rpc/jira-create';

/** What Jira answers, one after the other, and what it was sent. */
const answers: { status: number; body: object }[] = [];
const sent: object[] = [];

jest.mock('@forge/bridge', () => ({
  requestJira: async (_path: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body) as object);
    const { status, body: reply } = answers.shift() ?? { status: 500, body: {} };
    return new Response(JSON.stringify(reply), { status });
  },
}));

const ben = 'ben' as AccountId;
const issue = {
  projectId: '10001' as ProjectId,
  typeId: '10000',
  label: 'waymark-0a1b2c3d',
  summary: 'Seats',
  description: '',
  assignee: ben,
};
const made = { status: 201, body: { id: '20001', key: 'GROW-7' } };
const asks = (more: object) => ({ fields: { labels: [issue.label], summary: 'Seats', ...more } });

beforeEach(() => {
  answers.length = 0;
  sent.length = 0;
});

test('an issue whose assignee Jira takes is made as asked', async () => {
  answers.push(made);
  expect(await createIssue(issue)).toEqual({ id: '20001', refused: null });
  expect(sent).toMatchObject([asks({ assignee: { accountId: 'ben' } })]);
});

test('an issue whose assignee Jira refuses is made unassigned, and says whom and why', async () => {
  const why = "User 'Ben' cannot be assigned issues.";
  answers.push({ status: 400, body: { errorMessages: [], errors: { assignee: why } } }, made);
  expect(await createIssue(issue)).toEqual({ id: '20001', refused: { person: ben, why } });
  expect(sent).toHaveLength(2);
  expect(sent[1]).toMatchObject(asks({}));
  expect(sent[1]).not.toHaveProperty('fields.assignee');
});

test('what Jira refuses beside the assignee is still a refusal, in its words', async () => {
  const labels = "Field 'labels' cannot be set.";
  answers.push(
    { status: 400, body: { errors: { assignee: 'No.', labels } } },
    { status: 400, body: { errors: { labels } } },
  );
  await expect(createIssue(issue)).rejects.toEqual(new JiraError(400, labels, new Map([['labels', labels]])));
});

test('a refusal that is not about the assignee is not asked again', async () => {
  answers.push({ status: 400, body: { errors: { labels: 'No.' } } }, made);
  await expect(createIssue(issue)).rejects.toThrow(JiraError);
  expect(sent).toHaveLength(1);
});
