/** Forge's limits on SQL (Forge docs, "Forge SQL limits"), in milliseconds and bytes. */
export interface SqlLimits {
  readonly selectMs: number;
  readonly dmlMs: number;
  readonly ddlMs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly dmlPerSecond: number;
  readonly ddlPerMinute: number;
  /** Query time of all invocations together, per minute. */
  readonly queryMsPerMinute: number;
}

export const SQL_LIMITS: SqlLimits = {
  selectMs: 5_000,
  dmlMs: 10_000,
  ddlMs: 20_000,
  requestBytes: 1024 * 1024,
  responseBytes: 4 * 1024 * 1024,
  dmlPerSecond: 150,
  ddlPerMinute: 25,
  queryMsPerMinute: 62_500,
};

/** Forge's limits on one run of a function (Forge docs, "Invocation limits" and "Atlassian app events"). */
export interface InvocationLimits {
  readonly defaultMs: number;
  /** Schedules and consumers of queues. */
  readonly backgroundMs: number;
  readonly memoryMb: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly eventBytes: number;
}

export const INVOCATION_LIMITS: InvocationLimits = {
  defaultMs: 25_000,
  backgroundMs: 55_000,
  memoryMb: 512,
  requestBytes: 500 * 1024,
  responseBytes: 5 * 1024 * 1024,
  eventBytes: 200 * 1000,
};

/** Forge's limits on one push to a queue, and on pushes (Forge docs, "Async events limits"), in bytes and seconds. */
export const QUEUE_LIMITS = {
  eventsAPush: 50,
  bytesAPush: 200 * 1024,
  delaySeconds: 900,
  eventsAMinute: 500,
} as const;
