/** Owns a test run's database server until it is killed: left-over.test.ts starts it in a process of its own. */
import { startTestServer } from '../../../local/database/test-database';

async function main(): Promise<void> {
  await startTestServer();
  console.log(`ready ${process.env['WAYMARK_TEST_DATABASE'] ?? ''}`);
  // The supervisor's pipe keeps nobody alive by itself.
  setInterval(() => undefined, 60_000);
}

void main();
