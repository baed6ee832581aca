/** Type-checks each TypeScript project, and says how many of the repository's files each one read. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..');
const projects = ['tsconfig.json', 'static/app/tsconfig.json', 'local/tsconfig.json', 'test/tsconfig.json'];

for (const project of projects) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--project', project, '--noEmit', '--listFiles', '--pretty', 'false'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const lines = `${stdout}${stderr}`.split('\n');
  const files = lines.filter((line) => line.startsWith(root) && !line.includes('/node_modules/'));
  const complaints = lines.filter((line) => line !== '' && !path.isAbsolute(line));
  if (complaints.length > 0) console.error(complaints.join('\n'));
  console.log(`types: ${files.length} files read in ${project}`);
  if (status !== 0 || files.length === 0) process.exitCode = 1;
}
