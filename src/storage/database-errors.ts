/** What the database's error numbers mean for Waymark. */

const duplicateEntry = 1062;
/** Deadlock, lock wait and TiDB's write conflicts: the statement did nothing and may be sent again. */
const contention = new Set([1205, 1213, 8002, 8022, 8028, 9007]);
const missingTableOrColumn = new Set([1054, 1146]);

/** What the database itself said of a failed statement; Forge's own sentence is the same for all of them. */
function saidOf(error: unknown): { errno: number; sqlMessage: string } | null {
  let at: unknown = error;
  // Drizzle wraps the error of the driver.
  while (at instanceof Error) {
    if ('context' in at && typeof at.context === 'object' && at.context !== null && 'debug' in at.context) {
      const { debug } = at.context;
      if (
        typeof debug === 'object' &&
        debug !== null &&
        'errno' in debug &&
        typeof debug.errno === 'number'
      ) {
        const said = 'sqlMessage' in debug && typeof debug.sqlMessage === 'string' ? debug.sqlMessage : '';
        return { errno: debug.errno, sqlMessage: said };
      }
    }
    at = at.cause;
  }
  return null;
}

function errnoOf(error: unknown): number | null {
  return saidOf(error)?.errno ?? null;
}

/** The error with what the database said in its message, for the log; others as they are. */
export function withWhatWasSaid(error: unknown): unknown {
  const said = saidOf(error);
  return said ? new Error(`${String(said.errno)}: ${said.sqlMessage}`, { cause: error }) : error;
}

/** More statements came than the installation may send in a second, or more of its minute was used: nothing was done. */
export function isRateLimited(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'RATE_LIMIT_EXCEEDED';
}

/** A row with this unique value is there already. */
export function isDuplicate(error: unknown): boolean {
  return errnoOf(error) === duplicateEntry;
}

/** Two statements met; nothing was done. */
export function isContention(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno !== null && contention.has(errno);
}

/** The schema is not there yet. */
export function isSchemaMissing(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno !== null && missingTableOrColumn.has(errno);
}
