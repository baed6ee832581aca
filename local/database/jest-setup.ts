import { startTestServer } from './test-database';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** Jest's globalSetup for tests on the real database: one server for the whole run. */
export default async function setUp(): Promise<void> {
  globalThis.stopTestServer = await startTestServer();
}
