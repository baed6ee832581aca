/**
 * Waymark's tables, each declared once: what Drizzle reads and writes, and what `migrations.ts` makes. A column is named as its
 * property in snake case unless it says otherwise.
 */
export * from './schema/closing';
export * from './schema/measuring';
export * from './schema/meeting';
export * from './schema/okr';
export * from './schema/organisation';
export * from './schema/site';
export * from './schema/work';
