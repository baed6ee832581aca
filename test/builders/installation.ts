/** One installation of the app for a test file: the real @forge/sql on a real database of its own. */
import type { Recorded, SqlCall } from '../../local/contracts';
import { createFaults, type Faults } from '../../local/control/faults';
import type { AffectedRows } from '../../local/database/database';
import { createTestDatabase } from '../../local/database/test-database';
import { installSqlDoor } from '../../local/forge/install-sql-door';
import { createSqlDoor } from '../../local/forge/sql-door';
import { jira, type Jira } from '../../src/atlassian/jira';
import { instant, type Instant } from '../../src/domain/dates';
import type { AccountId } from '../../src/domain/ids';
import { database } from '../../src/storage/database';
import { createRepositories, type Repositories } from '../../src/storage/repositories';
import type { Dependencies } from '../../src/usecases/dependencies';
import { noteRan, notingCalls, shapeOf } from './ran';
import { prepareDatabase } from '../../src/usecases/settings/prepare-database';

export type Installation = {
  repositories: Repositories;
  faults: Faults;
  /** What use cases take, for this person at the installation's time. */
  as(person: AccountId): Dependencies;
  /** People who hold "Administer OKRs". */
  okrLeads: Set<AccountId>;
  /** The statements sent while `act` ran. */
  statements(act: () => Promise<unknown>): Promise<SqlCall[]>;
  setNow(at: string): void;
  now(): Instant;
  close(): Promise<void>;
};

/** Jira as these tests know it: out of reach, unless a test brings its own. */
const noJira: Jira = {
  ...jira,
  holdsAdministerOkrs: async () => ({ ok: true, value: false }),
  readStatusCategories: async () => ({
    ok: false,
    unavailable: { reason: 'no Jira in this test', retryAfterSeconds: null, turnedAway: false },
  }),
};

/** Opens an empty installation; `migrated` false leaves its database without tables. */
export async function openInstallation(
  options: { affectedRows?: AffectedRows; migrated?: boolean; jira?: Jira } = {},
): Promise<Installation> {
  let at = instant(Date.parse('2026-05-12T09:00:00.000Z'));
  const own = await createTestDatabase();
  const faults = createFaults();
  const recorded: SqlCall[] = [];
  const record = (entry: Recorded): void => {
    if (entry.kind !== 'sql') return;
    recorded.push(entry);
    if (!entry.ddl) noteRan('statement', shapeOf(entry.text));
  };
  const recorder = { record, problem: () => undefined, mark: () => 0, since: () => [] };
  // Rates and times are tested at the door: here they would only tell how busy the machine is.
  const limits = {
    dmlPerSecond: 100_000,
    ddlPerMinute: 1_000,
    queryMsPerMinute: 6_000_000,
    selectMs: 60_000,
    dmlMs: 60_000,
    ddlMs: 60_000,
  };
  installSqlDoor(
    createSqlDoor({
      database: own,
      recorder,
      faults,
      limits,
      clock: { now: () => new Date(at), isReal: () => false, set: () => undefined },
      affectedRows: options.affectedRows ?? 'changed',
    }),
  );
  const repositories = notingCalls(createRepositories(database));
  // As often as its portions need; the limit that asks for them is not held here.
  if (options.migrated !== false) while ((await prepareDatabase(repositories)).length > 0);
  const okrLeads = new Set<AccountId>();
  return {
    repositories,
    faults,
    okrLeads,
    as: (person) => ({
      ...repositories,
      jira: options.jira ?? noJira,
      now: at,
      me: person,
      actor: {
        accountId: person,
        okrLead: async () => okrLeads.has(person),
        okrLeadOfLate: async () => okrLeads.has(person),
      },
    }),
    statements: async (act) => {
      const before = recorded.length;
      await act();
      return recorded.slice(before);
    },
    setNow: (text) => {
      at = instant(Date.parse(text));
    },
    now: () => at,
    close: () => own.drop(),
  };
}
