import { selectedNames } from '../../../src/storage/selected-names';

test.each<[string, ReturnType<typeof selectedNames>]>([
  ['select `id`, `team`.`name` from `team`', ['id', 'name']],
  ['SELECT DISTINCT `a` AS `first`, b second FROM t', ['first', 'second']],
  ['select CASE WHEN a = \'from, "x"\' THEN (SELECT 1 FROM u) END as `c`, `d` from t', ['c', 'd']],
  ['select COALESCE(a, b) AS x, IF(VALUES(a) > 1, 2, 3) AS y', ['x', 'y']],
  ['((select `a` as `one` from t) union all (select `b` from u))', ['one']],
  ['(select `a` from t where b in (select c from u)) union all (select 1)', ['a']],
  [
    'WITH RECURSIVE above AS (SELECT id FROM t UNION SELECT id FROM above) SELECT id AS found FROM above',
    ['found'],
  ],
  ['select "quoted" from t', ['quoted']],
  ['select count(*), `id` from t', [null, 'id']],
  ['select 1 from t', [null]],
  ["select 'text' from t", [null]],
  ['insert into `t` (`a`) select `b` from u', null],
  ['UPDATE t SET a = (SELECT 1)', null],
])('%s', (statement, names) => {
  expect(selectedNames(statement)).toEqual(names);
});
