import { actIdKeeper } from '../../../static/app/src/rpc/act-ids';

test('a retry of the same content has the same ids, other content has others', () => {
  const keeper = actIdKeeper();
  const input = (text: string) =>
    keeper.fill(({ requestId, id }) => ({ requestId, row: id(), other: id('b'), text }));
  const first = input('a');
  expect(input('a')).toEqual(first);
  expect(first.row).not.toBe(first.other);
  const changed = input('b');
  expect(changed.requestId).not.toBe(first.requestId);
  expect(changed.row).not.toBe(first.row);
});

test('after an answer the same content is a new act', () => {
  const keeper = actIdKeeper();
  const first = keeper.fill(({ requestId }) => requestId);
  keeper.settle();
  expect(keeper.fill(({ requestId }) => requestId)).not.toBe(first);
});
