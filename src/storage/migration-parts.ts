/** Names and keys compare exactly; what people search by (names, titles) without case. */
export const binary = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
export const searched = 'COLLATE utf8mb4_general_ci';

/** What every row that can change carries, as `lastChange` of columns.ts says it. */
export const lastChange = `
  version INT NOT NULL,
  change_request CHAR(36) NOT NULL,
  changed_by VARCHAR(128) NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  change_act VARCHAR(64) NOT NULL,
  change_why TEXT NOT NULL,
  change_detail MEDIUMTEXT NOT NULL,
  change_print CHAR(64) NOT NULL`;
