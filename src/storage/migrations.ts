/**
 * The database's schema, one statement each, safe to run twice, never edited once released, never renamed
 * (design §5 Storage; Forge SQL "Manage your database schema"). Names and statements are what the developer
 * console shows.
 */

import { laterMigrations } from './later-migrations';
import { binary, lastChange, searched } from './migration-parts';

export const migrations: readonly { name: string; statement: string }[] = [
  {
    name: 'v001-team',
    statement: `CREATE TABLE IF NOT EXISTS team (
  id CHAR(36) NOT NULL PRIMARY KEY,
  name VARCHAR(255) ${searched} NOT NULL,
  level VARCHAR(64) NOT NULL,
  parent_id CHAR(36),
  lead VARCHAR(128),
  members MEDIUMTEXT NOT NULL,
  project_ids MEDIUMTEXT NOT NULL,
  time_zone VARCHAR(64) NOT NULL,
  cadence VARCHAR(64) NOT NULL,
  archived TINYINT(1) NOT NULL,${lastChange}
) ${binary}`,
  },
  {
    name: 'v002-cycle',
    statement: `CREATE TABLE IF NOT EXISTS cycle (
  id CHAR(36) NOT NULL PRIMARY KEY,
  name VARCHAR(255) ${searched} NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  phase VARCHAR(64) NOT NULL,
  parent_id CHAR(36),${lastChange}
) ${binary}`,
  },
  {
    name: 'v003-objective',
    statement: `CREATE TABLE IF NOT EXISTS objective (
  id CHAR(36) NOT NULL PRIMARY KEY,
  number INT NOT NULL,
  team_id CHAR(36) NOT NULL,
  cycle_id CHAR(36) NOT NULL,
  title VARCHAR(255) ${searched} NOT NULL,
  why TEXT NOT NULL,
  owner VARCHAR(128),
  restricted TINYINT(1) NOT NULL,
  viewers MEDIUMTEXT NOT NULL,
  removed TINYINT(1) NOT NULL,${lastChange},
  UNIQUE KEY objective_number (number),
  KEY objective_place (team_id, cycle_id),
  KEY objective_cycle (cycle_id),
  KEY objective_changed (changed_at)
) ${binary}`,
  },
  {
    name: 'v004-key-result',
    statement: `CREATE TABLE IF NOT EXISTS key_result (
  id CHAR(36) NOT NULL PRIMARY KEY,
  number INT NOT NULL,
  objective_id CHAR(36) NOT NULL,
  title VARCHAR(255) ${searched} NOT NULL,
  owner VARCHAR(128),
  definition MEDIUMTEXT NOT NULL,
  goal_changed_on DATE,
  removed TINYINT(1) NOT NULL,${lastChange},
  UNIQUE KEY key_result_number (number),
  KEY key_result_objective (objective_id),
  KEY key_result_owner (owner),
  KEY key_result_changed (changed_at)
) ${binary}`,
  },
  {
    name: 'v005-check-in',
    statement: `CREATE TABLE IF NOT EXISTS check_in (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  day DATE NOT NULL,
  made_on DATE NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  recorded_by VARCHAR(128) NOT NULL,
  source VARCHAR(64) NOT NULL,
  value DOUBLE,
  reached MEDIUMTEXT,
  confidence INT,
  evidence TEXT NOT NULL,
  blocker TEXT NOT NULL,
  decision MEDIUMTEXT,
  ask MEDIUMTEXT,
  print CHAR(64) NOT NULL,
  KEY check_in_day (key_result_id, day, recorded_at)
) ${binary}`,
  },
  {
    name: 'v006-initiative',
    statement: `CREATE TABLE IF NOT EXISTS initiative (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  issue_id VARCHAR(19) NOT NULL,
  project_id VARCHAR(19) NOT NULL,
  public_name VARCHAR(255) NOT NULL,
  attached_by VARCHAR(128) NOT NULL,
  attached_at DATETIME(3) NOT NULL,
  value_at_attach DOUBLE,
  hypothesis MEDIUMTEXT NOT NULL,
  hypothesis_at_attach MEDIUMTEXT NOT NULL,
  hypothesis_at_start MEDIUMTEXT,
  live_on DATE,
  live_reason TEXT NOT NULL,
  live_by VARCHAR(128),
  detached TINYINT(1) NOT NULL,
  acknowledged_at DATETIME(3),${lastChange},
  UNIQUE KEY initiative_pair (key_result_id, issue_id),
  KEY initiative_issue (issue_id),
  KEY initiative_attached_by (attached_by),
  KEY initiative_project (project_id),
  KEY initiative_changed (changed_at)
) ${binary}`,
  },
  {
    name: 'v007-work-snapshot',
    statement: `CREATE TABLE IF NOT EXISTS work_snapshot (
  issue_id VARCHAR(19) NOT NULL PRIMARY KEY,
  project_id VARCHAR(19) NOT NULL,
  unit VARCHAR(64) NOT NULL,
  fell_back TINYINT(1) NOT NULL,
  done DOUBLE NOT NULL,
  counted DOUBLE NOT NULL,
  left_out INT NOT NULL,
  category VARCHAR(64) NOT NULL,
  not_delivered TINYINT(1) NOT NULL,
  started_on DATE,
  done_on DATE,
  first_child_done_on DATE,
  as_of DATETIME(3) NOT NULL,
  gone TINYINT(1) NOT NULL,
  assumed MEDIUMTEXT NOT NULL,
  children INT NOT NULL,
  KEY work_snapshot_project (project_id),
  KEY work_snapshot_age (as_of)
) ${binary}`,
  },
  {
    name: 'v008-history',
    statement: `CREATE TABLE IF NOT EXISTS history (
  entity_id CHAR(36) NOT NULL,
  version INT NOT NULL,
  entity VARCHAR(64) NOT NULL,
  request CHAR(36) NOT NULL,
  changed_by VARCHAR(128) NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  act VARCHAR(64) NOT NULL,
  why TEXT NOT NULL,
  detail MEDIUMTEXT NOT NULL,
  print CHAR(64) NOT NULL,
  PRIMARY KEY (entity_id, version),
  KEY history_time (entity, changed_at)
) ${binary}`,
  },
  {
    name: 'v009-settings',
    statement: `CREATE TABLE IF NOT EXISTS settings (
  id CHAR(36) NOT NULL PRIMARY KEY,
  site MEDIUMTEXT NOT NULL,${lastChange}
) ${binary}`,
  },
  {
    name: 'v010-job-state',
    statement: `CREATE TABLE IF NOT EXISTS job_state (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  \`cursor\` MEDIUMTEXT NOT NULL,
  last_run_at DATETIME(3)
) ${binary}`,
  },
  {
    name: 'v011-outside-event',
    statement: `CREATE TABLE IF NOT EXISTS outside_event (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  kind VARCHAR(64) NOT NULL,
  on_day DATE NOT NULL,
  until_day DATE,
  title VARCHAR(255) ${searched} NOT NULL,
  marked_by VARCHAR(128) NOT NULL,
  marked_at DATETIME(3) NOT NULL,
  removed TINYINT(1) NOT NULL,${lastChange},
  KEY outside_event_key_result (key_result_id)
) ${binary}`,
  },
  {
    name: 'v012-judgement',
    statement: `CREATE TABLE IF NOT EXISTS judgement (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  initiative_id CHAR(36) NOT NULL,
  judged_at DATETIME(3) NOT NULL,
  judged_by VARCHAR(128) NOT NULL,
  computed MEDIUMTEXT,
  verdict VARCHAR(64),
  reason TEXT NOT NULL,
  decision VARCHAR(64),
  print CHAR(64) NOT NULL,
  KEY judgement_key_result (key_result_id),
  KEY judgement_initiative (initiative_id),
  KEY judgement_time (judged_at)
) ${binary}`,
  },
  {
    name: 'v013-run-work',
    statement: `CREATE TABLE IF NOT EXISTS run_work (
  id CHAR(36) NOT NULL PRIMARY KEY,
  issue_id VARCHAR(19) NOT NULL,
  project_id VARCHAR(19) NOT NULL,
  is_run_work TINYINT(1) NOT NULL,
  said_by VARCHAR(128) NOT NULL,
  said_at DATETIME(3) NOT NULL,
  print CHAR(64) NOT NULL,
  KEY run_work_project (project_id, issue_id),
  KEY run_work_issue (issue_id)
) ${binary}`,
  },
  {
    name: 'v014-score',
    statement: `CREATE TABLE IF NOT EXISTS score (
  id CHAR(36) NOT NULL PRIMARY KEY,
  subject VARCHAR(64) NOT NULL,
  subject_id CHAR(36) NOT NULL,
  score DOUBLE,
  label VARCHAR(64),
  suggested MEDIUMTEXT,
  said TEXT NOT NULL,
  next VARCHAR(64),${lastChange},
  UNIQUE KEY score_subject (subject_id),
  KEY score_changed (changed_at)
) ${binary}`,
  },
  {
    name: 'v015-retrospective',
    statement: `CREATE TABLE IF NOT EXISTS retrospective (
  id CHAR(36) NOT NULL PRIMARY KEY,
  team_id CHAR(36) NOT NULL,
  cycle_id CHAR(36) NOT NULL,
  helped TEXT NOT NULL,
  hindered TEXT NOT NULL,
  learned TEXT NOT NULL,
  will_change TEXT NOT NULL,${lastChange},
  UNIQUE KEY retrospective_place (team_id, cycle_id),
  KEY retrospective_cycle (cycle_id)
) ${binary}`,
  },
  {
    name: 'v016-finding-answer',
    statement: `CREATE TABLE IF NOT EXISTS finding_answer (
  id CHAR(36) NOT NULL PRIMARY KEY,
  cycle_id CHAR(36) NOT NULL,
  subject VARCHAR(64) NOT NULL,
  subject_id CHAR(36) NOT NULL,
  rule VARCHAR(64) NOT NULL,
  words TEXT NOT NULL,
  stands TINYINT(1) NOT NULL,
  reason TEXT NOT NULL,
  worth MEDIUMTEXT,
  said_by VARCHAR(128) NOT NULL,
  said_at DATETIME(3) NOT NULL,
  print CHAR(64) NOT NULL,
  KEY finding_answer_cycle (cycle_id),
  KEY finding_answer_subject (subject_id)
) ${binary}`,
  },
  {
    name: 'v017-follow-up',
    statement: `CREATE TABLE IF NOT EXISTS follow_up (
  id CHAR(36) NOT NULL,
  subject VARCHAR(64) NOT NULL,
  check_in_id CHAR(36) NOT NULL,
  key_result_id CHAR(36) NOT NULL,
  person VARCHAR(128) NOT NULL,
  outcome VARCHAR(64) NOT NULL,
  note TEXT NOT NULL,
  due_on DATE,
  said_on DATE NOT NULL,
  said_at DATETIME(3) NOT NULL,
  said_by VARCHAR(128) NOT NULL,
  print CHAR(64) NOT NULL,
  PRIMARY KEY (id, subject),
  KEY follow_up_key_result (key_result_id),
  KEY follow_up_check_in (check_in_id),
  KEY follow_up_person (person)
) ${binary}`,
  },
  {
    name: 'v018-digest',
    statement: `CREATE TABLE IF NOT EXISTS digest (
  id CHAR(36) NOT NULL PRIMARY KEY,
  team_id CHAR(36) NOT NULL,
  cycle_id CHAR(36) NOT NULL,
  held_on DATE NOT NULL,
  since DATE NOT NULL,
  ended_at DATETIME(3) NOT NULL,
  ended_by VARCHAR(128) NOT NULL,
  note TEXT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  print CHAR(64) NOT NULL,
  KEY digest_place (team_id, cycle_id, held_on)
) ${binary}`,
  },
  {
    name: 'v019-recognition',
    statement: `CREATE TABLE IF NOT EXISTS recognition (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  person VARCHAR(128) NOT NULL,
  words TEXT NOT NULL,
  takes_back CHAR(36),
  said_at DATETIME(3) NOT NULL,
  said_by VARCHAR(128) NOT NULL,
  print CHAR(64) NOT NULL,
  KEY recognition_key_result (key_result_id),
  KEY recognition_takes_back (takes_back)
) ${binary}`,
  },
  {
    name: 'v019a-objective-owner',
    statement: 'CREATE INDEX IF NOT EXISTS objective_owner ON objective (owner)',
  },
  {
    name: 'v020-team-profile',
    statement: `CREATE TABLE IF NOT EXISTS team_profile (
  id CHAR(36) NOT NULL PRIMARY KEY,
  team_id CHAR(36) NOT NULL,
  mission TEXT NOT NULL,
  priorities MEDIUMTEXT NOT NULL,
  space_id VARCHAR(19),${lastChange},
  UNIQUE KEY team_profile_team (team_id)
) ${binary}`,
  },
  {
    name: 'v021-departed',
    statement: `CREATE TABLE IF NOT EXISTS departed (
  account_id VARCHAR(128) NOT NULL PRIMARY KEY,
  seen_at DATETIME(3) NOT NULL
) ${binary}`,
  },
  {
    name: 'v022-counts-for',
    statement: `CREATE TABLE IF NOT EXISTS counts_for (
  id CHAR(36) NOT NULL PRIMARY KEY,
  key_result_id CHAR(36) NOT NULL,
  for_id CHAR(36),${lastChange},
  UNIQUE KEY counts_for_key_result (key_result_id),
  KEY counts_for_other (for_id)
) ${binary}`,
  },
  ...laterMigrations,
];
