import { randomUUID } from 'node:crypto';
import * as id from '../../../src/contract/inputs';
import { teamOptions, toldApart } from '../../../static/app/src/components/team-options';

const made = (name: string, parentId: ReturnType<typeof id.teamId.parse> | null = null) => ({
  id: id.teamId.parse(randomUUID()),
  name,
  parentId,
});

test('a team is chosen by its name, and of two with one name each says what it stands under', () => {
  const school = made('School');
  const shop = made('Shop');
  const [one, other, sales] = [made('Growth', school.id), made('Growth', shop.id), made('Sales', shop.id)];
  const all = [school, shop, one, other, sales];
  expect(teamOptions(all, all).map(({ label }) => label)).toEqual([
    'School',
    'Shop',
    'Growth (School)',
    'Growth (Shop)',
    'Sales',
  ]);
  // Also when the other one is not among those to choose from.
  expect(teamOptions([one], all)).toEqual([{ value: one.id, label: 'Growth (School)' }]);
});

test('so are teams that come with the name of what they stand under, by name alone where no other has it', () => {
  const named = (name: string, above: string | null) => ({ id: made(name).id, name, above });
  const teams = [named('Growth', 'School'), named('Growth', null), named('Sales', 'Shop')];
  expect(toldApart(teams).map(({ label }) => label)).toEqual(['Growth (School)', 'Growth', 'Sales']);
});
