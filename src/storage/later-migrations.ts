import { binary, lastChange } from './migration-parts';

/** The second part of `migrations.ts`, which says what holds for both: new ones are added at the end of this. */
export const laterMigrations: readonly { name: string; statement: string }[] = [
  {
    name: 'v023-alignment',
    statement: `CREATE TABLE IF NOT EXISTS alignment (
  id CHAR(36) NOT NULL PRIMARY KEY,
  objective_id CHAR(36) NOT NULL,
  kind VARCHAR(64) NOT NULL,
  parent_objective_id CHAR(36),
  parent_key_result_id CHAR(36),
  why TEXT NOT NULL,${lastChange},
  UNIQUE KEY alignment_objective (objective_id),
  KEY alignment_parent (parent_objective_id)
) ${binary}`,
  },
  {
    name: 'v024-dependency',
    statement: `CREATE TABLE IF NOT EXISTS dependency (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  team_id CHAR(36) NOT NULL,
  needs TEXT NOT NULL,
  state VARCHAR(64) NOT NULL,
  reason TEXT NOT NULL,
  asked_by VARCHAR(128) NOT NULL,
  asked_at DATETIME(3) NOT NULL,
  answered_by VARCHAR(128),
  answered_at DATETIME(3),${lastChange},
  UNIQUE KEY dependency_pair (key_result_id, team_id),
  KEY dependency_team (team_id, state)
) ${binary}`,
  },
  {
    name: 'v032-reminder-choice',
    statement: `CREATE TABLE IF NOT EXISTS reminder_choice (
  id CHAR(36) NOT NULL PRIMARY KEY,
  person VARCHAR(128) NOT NULL,
  day VARCHAR(64) NOT NULL,${lastChange},
  UNIQUE KEY reminder_choice_person (person)
) ${binary}`,
  },
  {
    name: 'v033-reminder',
    statement: `CREATE TABLE IF NOT EXISTS reminder (
  person VARCHAR(128) NOT NULL,
  thing VARCHAR(64) NOT NULL,
  due VARCHAR(64) NOT NULL,
  mail CHAR(36) NOT NULL,
  claimed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (person, thing),
  KEY reminder_age (claimed_at)
) ${binary}`,
  },
];
