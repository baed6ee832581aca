import { at, JONAS, list, MARTA, PRIYA, startProducts, TOM, type TestProducts } from './products';

let site: TestProducts;
let lesson: string;

beforeAll(async () => {
  site = await startProducts();
  const [epic] = await site.keys(MARTA, 'labels = sample-guided-first-lesson');
  lesson = epic ?? '';
});
afterAll(() => site.stop());

describe('JQL over the sample company', () => {
  // Counts are read off local/site/seed/*.yaml.
  it.each([
    ['labels = waymark-sample', 25],
    ['labels = "waymark-sample" and project = GROW', 6],
    ['project in (GROW, "Learning Experience") and type = Epic', 13],
    ['issuetype = Epic and not labels = sample-study-groups', 24],
    ['issuetype = Epic and labels != sample-study-groups', 24],
    ['labels is empty and issuetype = Epic', 0],
    ['project = PAY and summary ~ "invoices"', 4],
    ['project = PAY and summary ~ "\\"new number\\""', 1],
    ['project = PAY and summary ~ "\\"number new\\""', 0],
    ['summary ~ "Konb*"', 1],
    ['text ~ "half of new learners leave"', 1],
    ['statusCategory = "To Do" and type = Epic', 3],
    ['statusCategory != Done and type = Epic', 16],
    ['status in (Done) and type = Epic', 9],
    ['resolution = Unresolved and type = Epic', 16],
    ['type = Epic and created < -16w', 3],
    ['project = GROW and sprint in futureSprints() and sprint in openSprints()', 0],
    ['assignee is empty and status != "To Do" and resolution is empty', 0],
    ['"Story Points" >= 8', 5],
    ['cf[10036] >= 8 and statusCategory = Done', 1],
    ['issuetype in subTaskIssueTypes()', 11],
    ['level = Investigations', 5],
  ])('%s finds %i', async (jql, count) => {
    expect(await site.keys(MARTA, jql)).toHaveLength(count);
  });

  it('finds the children of an epic and those not delivered', async () => {
    expect(await site.keys(MARTA, `parent = ${lesson}`)).toHaveLength(8);
    expect(
      await site.keys(MARTA, `parent in (${lesson}) and resolution in ("Won't Do", Duplicate)`),
    ).toHaveLength(1);
    expect(
      await site.keys(MARTA, `parent = ${lesson} and resolved >= -7w and resolution = Done`),
    ).toHaveLength(1);
  });

  it('means the person who asks by currentUser()', async () => {
    const [mine, all] = [
      await site.keys(TOM, 'assignee = currentUser()'),
      await site.keys(MARTA, 'assignee = "Tom Okafor"'),
    ];
    expect(mine.length).toBeGreaterThan(0);
    expect(mine).toEqual(all);
    expect(await site.keys(PRIYA, 'assignee = currentUser() and assignee = "Tom Okafor"')).toEqual([]);
  });

  it('leaves the unassigned out of both = and !=, and of NOT', async () => {
    const count = async (jql: string) => (await site.keys(MARTA, `project = LEARN and ${jql}`)).length;
    const [all, empty] = [await count('project is not empty'), await count('assignee is empty')];
    expect(empty).toBeGreaterThan(0);
    const his = await count('assignee = "Jonas Weber"');
    expect(await count('assignee != "Jonas Weber"')).toBe(all - empty - his);
    expect(await count('not assignee = "Jonas Weber"')).toBe(all - empty - his);
    expect(await count('(assignee != "Jonas Weber" or assignee is empty)')).toBe(all - his);
  });

  it('sorts by number, not by letters, and the other way round', async () => {
    const up = await site.keys(MARTA, 'key in (GROW-2, GROW-10, GROW-1) order by key');
    expect(up).toEqual(['GROW-1', 'GROW-2', 'GROW-10']);
    expect(await site.keys(MARTA, 'key in (GROW-2, GROW-10, GROW-1) order by key desc')).toEqual(
      [...up].reverse(),
    );
  });

  it('searches the property the app declared, by path and by alias, and no other', async () => {
    await site.ask(PRIYA, 'PUT', `/rest/api/3/issue/${lesson}/properties/waymark`, {
      linked: true,
      keyResults: ['KR-1', 'KR-2'],
    });
    expect(await site.keys(MARTA, 'waymark.keyResults = "KR-2"')).toEqual([lesson]);
    expect(await site.keys(MARTA, 'issue.property[waymark].keyResults in ("KR-1", "KR-9")')).toEqual([
      lesson,
    ]);
    expect(
      await site.keys(MARTA, 'waymark.keyResults is not empty and waymark.keyResults != "KR-1"'),
    ).toEqual([]);
    expect(await site.refusal(MARTA, 'issue.property[waymark].linked = "true"')).toBe(
      "Field 'issue.property[waymark].linked' does not exist or you do not have permission to view it.",
    );
  });

  it.each([
    ['', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
    [
      'order by created',
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ],
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['key = GROW-9999', "An issue with key 'GROW-9999' does not exist for field 'key'."],
    ['assignee = whoAmI()', "Unable to find JQL function 'whoAmI()'."],
    ['project ~ GROW', "The operator '~' is not supported by the 'project' field."],
    ['summary ~ "*esson"', "The text query '*esson' for field 'summary' is not allowed to start with '*'."],
  ])('refuses %j in the words of Jira', async (jql, sentence) => {
    expect(await site.refusal(MARTA, jql)).toBe(sentence);
  });

  it('says where a query cannot be read', async () => {
    expect(await site.refusal(MARTA, 'project = ')).toMatch(
      /^Error in the JQL Query: .*\(line 1, character 11\)$/,
    );
  });

  it('says of a hidden issue or project what it says of one that is not there', async () => {
    expect(await site.refusal(JONAS, 'project = TRUST')).toBe(
      "The value 'TRUST' does not exist for the field 'project'.",
    );
    expect(await site.refusal(JONAS, 'key = TRUST-1')).toBe(
      "An issue with key 'TRUST-1' does not exist for field 'key'.",
    );
  });

  it('names what it does not do instead of answering wrongly', async () => {
    const { status, body } = await site.ask(MARTA, 'POST', '/rest/api/3/search/jql', {
      jql: 'status was Done',
    });
    expect(status).toBe(501);
    expect(JSON.stringify(body)).toContain("NotModelled: the local site does not do the JQL operator 'was'.");
  });
});

describe('search/jql', () => {
  it('answers ids alone unless fields are asked for, and never a total', async () => {
    const { body } = await site.ask(MARTA, 'POST', '/rest/api/3/search/jql', { jql: `key = ${lesson}` });
    expect(body).toEqual({ issues: [{ id: expect.stringMatching(/^\d+$/) }], isLast: true });
  });

  it('pages by token, at most 100 with fields', async () => {
    const seen = new Set<string>();
    const sizes: number[] = [];
    let next: string | undefined;
    do {
      const { body } = await site.ask(MARTA, 'POST', '/rest/api/3/search/jql', {
        jql: 'project is not empty order by key',
        fields: ['summary'],
        maxResults: 1_000,
        ...(next === undefined ? {} : { nextPageToken: next }),
      });
      const issues = list(at(body, 'issues'));
      sizes.push(issues.length);
      for (const issue of issues) seen.add(String(at(issue, 'key')));
      const token = at(body, 'nextPageToken');
      next = typeof token === 'string' ? token : undefined;
      expect(at(body, 'isLast')).toBe(next === undefined);
    } while (next !== undefined);
    expect(sizes.slice(0, 2)).toEqual([100, 100]);
    expect(seen.size).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  it('refuses a token of another query', async () => {
    const first = await site.ask(MARTA, 'POST', '/rest/api/3/search/jql', {
      jql: 'type = Epic',
      maxResults: 1,
    });
    const nextPageToken = String(at(first.body, 'nextPageToken'));
    const { status } = await site.ask(MARTA, 'POST', '/rest/api/3/search/jql', {
      jql: 'type = Bug',
      nextPageToken,
    });
    expect(status).toBe(400);
  });
});
