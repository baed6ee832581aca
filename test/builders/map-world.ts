/** An organisation too large to be made by people's calls: its objectives put straight into the database of a site. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../local/database/database';

/** What was made, counted as it was made. */
export type MapWorld = {
  cycleId: string;
  objectives: number;
  orphans: number;
  copies: number;
  unconfirmed: number;
  declined: number;
  circling: number;
  /** One far down, with the number of its key and its title. */
  needle: { number: number; title: string };
};

type Size = {
  objectives: number;
  keyResults: number;
  checkIns: number;
  /** An Atlassian account id: who made it all. */
  by: string;
};

const now = '2026-01-01 00:00:00.000';
const rowsAtOnce = 500;
const syllables = ['ba', 'de', 'ki', 'lo', 'mu', 'na', 'pe', 'ri', 'so', 'tu', 'va', 'we', 'zi', 'fo', 'gu'];

/** A word of its own for each number. */
function word(number: number): string {
  const digits = [
    number % 15,
    Math.floor(number / 15) % 15,
    Math.floor(number / 225) % 15,
    Math.floor(number / 3375) % 15,
  ];
  return digits.map((digit) => syllables[digit] ?? '').join('');
}

/**
 * Fills a site with one running cycle from `startsOn` to `endsOn`: an organisation with four objectives, a fiftieth of the rest of
 * departments, and teams beneath them. One in 25 is an orphan, one in 40 a copy, one in 100 waits for another team, one in 200 was
 * declined, and the last two go in a circle.
 */
export async function fillMap(
  database: Database,
  { objectives, keyResults, checkIns, by }: Size,
  days: { startsOn: string; endsOn: string; measured: readonly string[] },
): Promise<MapWorld> {
  const change = [1, randomUUID(), by, now, 'create', '', '[]', '0'.repeat(22)];
  const cycleId = randomUUID();
  const departments = Math.max(1, Math.floor(objectives / 50));
  const top = 4;
  const teams = Array.from({ length: Math.max(12, Math.floor(objectives / 5)) }, (_, at) => ({
    id: randomUUID(),
    level: at === 0 ? 'organisation' : at <= departments ? 'department' : 'team',
    name: at === 0 ? 'The organisation' : at <= departments ? `Department ${word(at)}` : `Team ${word(at)}`,
  }));
  const teamsBelow = teams.slice(departments + 1);
  const world: MapWorld = {
    cycleId,
    objectives,
    orphans: 0,
    copies: 0,
    unconfirmed: 0,
    declined: 0,
    circling: 2,
    needle: { number: objectives - 5, title: '' },
  };
  const made: { id: string; title: string; team: string }[] = [];
  const rows = { team: [] as unknown[][], objective: [] as unknown[][], alignment: [] as unknown[][] };
  const beneath = { keyResult: [] as unknown[][], checkIn: [] as unknown[][], dependency: [] as unknown[][] };
  for (const team of teams) {
    rows.team.push([team.id, team.name, team.level, null, by, '', '', 'UTC', 'weekly', 0, ...change]);
  }
  for (let at = 0; at < objectives; at += 1) {
    const id = randomUUID();
    const isTop = at < top;
    const isDepartment = !isTop && at < top + departments;
    const team = isTop ? teams[0] : isDepartment ? teams[1 + at - top] : teamsBelow[at % teamsBelow.length];
    const parentAt = isTop ? -1 : isDepartment ? at % top : at % 10 === 3 ? at - 1 : top + (at % departments);
    const last = at >= objectives - 2;
    const isOrphan = !isTop && !isDepartment && !last && at % 25 === 0;
    const isCopy = !isTop && !isDepartment && !last && !isOrphan && at % 40 === 7;
    const parent = made[parentAt];
    const own = `${word(at)} ${word(at * 7 + 3)} finds ${word(at * 13 + 5)}`;
    const title = isCopy && parent ? parent.title : own;
    if (isOrphan) world.orphans += 1;
    if (isCopy) world.copies += 1;
    if (at + 1 === world.needle.number) world.needle.title = title;
    made.push({ id, title, team: team?.id ?? '' });
    rows.objective.push([id, at + 1, team?.id, cycleId, title, '', by, 0, '', 0, ...change]);
    if (parent && !isOrphan && !last) {
      rows.alignment.push([randomUUID(), id, 'objective', parent.id, null, '', ...change]);
    }
    for (let one = 0; one < keyResults; one += 1) {
      const keyResultId = randomUUID();
      const definition = JSON.stringify({
        metric: { kind: 'increase', start: 0, target: 100 },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'percent' },
        startsOn: days.startsOn,
        dueOn: days.endsOn,
        commitment: 'committed',
        indicator: null,
        weight: 1,
        checkpoints: [],
        measuredEvery: { kind: 'cadence' },
        definition: '',
      });
      const number = at * keyResults + one + 1;
      beneath.keyResult.push([
        keyResultId,
        number,
        id,
        `Share of ${own} ${one}`,
        by,
        definition,
        null,
        0,
        ...change,
      ]);
      for (const [week, day] of days.measured.slice(0, checkIns).entries()) {
        const value = ((at * 31 + one * 17) % 10) * (week + 1);
        beneath.checkIn.push([
          ...[randomUUID(), keyResultId, day, day, `${day} 09:00:00.000`, by, 'person', value, null],
          ...[(at + one) % 11, '', '', null, null, '0'.repeat(22)],
        ]);
      }
      if (one > 0 || isTop || isDepartment || at % 100 !== 10) continue;
      const isDeclined = at % 200 === 10;
      if (isDeclined) world.declined += 1;
      else world.unconfirmed += 1;
      const asked = teams[1]?.id;
      beneath.dependency.push([
        ...[randomUUID(), keyResultId, asked, 'A feed of orders.', isDeclined ? 'declined' : 'asked'],
        ...[isDeclined ? 'Not this year.' : '', by, now, null, null, ...change],
      ]);
    }
  }
  const [a, b] = made.slice(-2);
  rows.alignment.push([randomUUID(), a?.id, 'objective', b?.id, null, '', ...change]);
  rows.alignment.push([randomUUID(), b?.id, 'objective', a?.id, null, '', ...change]);
  const cycle = [cycleId, 'The large cycle', days.startsOn, days.endsOn, 'active', null, ...change];
  await insert(database, 'cycle', [cycle]);
  await insert(database, 'team', rows.team);
  await insert(database, 'objective', rows.objective);
  await insert(database, 'alignment', rows.alignment);
  await insert(database, 'key_result', beneath.keyResult);
  await insert(database, 'check_in', beneath.checkIn);
  await insert(database, 'dependency', beneath.dependency);
  return world;
}

async function insert(database: Database, table: string, rows: readonly unknown[][]): Promise<void> {
  const pool = database.pool('changed');
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await pool.query(`INSERT INTO ${table} VALUES ?`, [rows.slice(at, at + rowsAtOnce)]);
  }
}
