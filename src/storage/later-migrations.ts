import { binary, lastChange, searched } from './migration-parts';

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
    name: 'v026-correction',
    statement: `CREATE TABLE IF NOT EXISTS correction (
  id CHAR(36) NOT NULL PRIMARY KEY,
  subject_id CHAR(36) NOT NULL,
  about CHAR(36) NOT NULL,
  turn INT NOT NULL,
  from_value DOUBLE,
  value DOUBLE,
  why TEXT NOT NULL,
  corrected_by VARCHAR(128) NOT NULL,
  corrected_at DATETIME(3) NOT NULL,
  print CHAR(64) NOT NULL,
  UNIQUE KEY correction_turn (about, turn),
  KEY correction_subject (subject_id)
) ${binary}`,
  },
  {
    name: 'v027-number-source',
    statement: `CREATE TABLE IF NOT EXISTS number_source (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  kind VARCHAR(64) NOT NULL,
  jql TEXT NOT NULL,
  every VARCHAR(64),
  kpi_id CHAR(36),
  ran_at DATETIME(3),
  outcome VARCHAR(64),
  counted_on DATE,${lastChange},
  UNIQUE KEY number_source_key_result (key_result_id),
  KEY number_source_kind (kind, ran_at),
  KEY number_source_kpi (kpi_id)
) ${binary}`,
  },
  {
    name: 'v028-kpi',
    statement: `CREATE TABLE IF NOT EXISTS kpi (
  id CHAR(36) NOT NULL PRIMARY KEY,
  team_id CHAR(36) NOT NULL,
  name VARCHAR(255) ${searched} NOT NULL,
  description TEXT NOT NULL,
  owner VARCHAR(128),
  unit MEDIUMTEXT NOT NULL,
  min_value DOUBLE,
  max_value DOUBLE,
  cadence VARCHAR(64) NOT NULL,
  made_on DATE NOT NULL,
  removed TINYINT(1) NOT NULL,${lastChange},
  KEY kpi_team (team_id),
  KEY kpi_owner (owner)
) ${binary}`,
  },
  {
    name: 'v028b-kpi-value',
    statement: `CREATE TABLE IF NOT EXISTS kpi_value (
  id CHAR(36) NOT NULL PRIMARY KEY,
  kpi_id CHAR(36) NOT NULL,
  day DATE NOT NULL,
  value DOUBLE,
  note TEXT NOT NULL,
  source VARCHAR(64) NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  recorded_by VARCHAR(128) NOT NULL,
  print CHAR(64) NOT NULL,
  KEY kpi_value_day (kpi_id, day),
  KEY kpi_value_recorded (recorded_at)
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
  {
    name: 'v034-shared-key-result',
    statement: `CREATE TABLE IF NOT EXISTS shared_key_result (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  objective_id CHAR(36) NOT NULL,
  shown TINYINT(1) NOT NULL,${lastChange},
  UNIQUE KEY shared_key_result_pair (objective_id, key_result_id),
  KEY shared_key_result_of (key_result_id)
) ${binary}`,
  },
];
