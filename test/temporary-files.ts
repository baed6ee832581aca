import { supervise } from '../local/processes/supervise';
import { makeTemporaryFolder } from '../local/processes/temporary-folder';

/** Jest's globalSetup: what tests write to the system's folder for temporary files goes when the run ends, however it does. */
export default function keepTemporaryFilesTogether(): void {
  const folder = makeTemporaryFolder();
  process.env['TMPDIR'] = folder;
  supervise({ remove: [folder] }).unref();
}
