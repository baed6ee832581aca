/** Jest's globalTeardown: stops the server that jest-setup.ts started. */
export default async function tearDown(): Promise<void> {
  await globalThis.stopTestServer?.();
}
