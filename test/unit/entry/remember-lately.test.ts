import { rememberLately } from '../../../src/entry/remember-lately';

function counted() {
  let asked = 0;
  return { ask: async () => (asked += 1), asked: () => asked };
}

test('an answer counts for its time, of each question by itself', async () => {
  const lately = rememberLately<number>({ forMs: 1_000, atMost: 10 });
  const { ask } = counted();
  expect(await lately('one', 0, ask)).toBe(1);
  expect(await lately('one', 999, ask)).toBe(1);
  expect(await lately('two', 999, ask)).toBe(2);
  expect(await lately('one', 1_000, ask)).toBe(3);
});

test('a question that failed is asked again', async () => {
  const lately = rememberLately<number>({ forMs: 1_000, atMost: 10 });
  await expect(lately('one', 0, () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
  expect(await lately('one', 0, async () => 7)).toBe(7);
});

test('of too many the oldest are forgotten', async () => {
  const lately = rememberLately<number>({ forMs: 1_000, atMost: 2 });
  const { ask, asked } = counted();
  for (const question of ['one', 'two', 'three', 'two', 'three']) await lately(question, 0, ask);
  expect(asked()).toBe(3);
  await lately('one', 0, ask);
  expect(asked()).toBe(4);
});
