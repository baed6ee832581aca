import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type GateReport, runGate } from './gate';
import { filesUnder } from './repo-files';

/** What is read as text. Lists of packages and of Atlassian's operations are made by programs. */
const text = /\.(?:ts|tsx|mjs|js|json|jsonl|md|ya?ml|css|html|csv|sh|mod)$|^[^.]+$/;
const made = /(?:^|\/)package-lock\.json$|^local\/openapi\/.*\.json$/;
/** Its texts are files of other folders. */
const plants = 'test/contract/planted-imports.ts';

/** The folder that some machines have beside the repository, as the start of a path or after the way up to it. */
const beside = /(?:^|[\s"'`(=:]|\.\.\/|\/work\/)shared\/|['"]\.\.['"],\s*['"]shared['"]/;
/** A way up and the first name after it, as code and links write it. */
const wayUp = /(?<![\w/.])(?:\.\.\/)+[\w@.-]*/g;

/**
 * A clone is all that anybody has: no file may name one outside the repository, which is there on one machine and not on
 * the next. Found are the folder `shared` beside the repository, however it is reached, and any relative path that leads
 * out of the repository from the file that holds it.
 */
export async function checkOwnFiles(appDir: string): Promise<GateReport> {
  const files = filesUnder(appDir, '.', text).filter((file) => !made.test(file));
  const problems = files.flatMap((file) =>
    readFileSync(path.join(appDir, file), 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        leavesTheRepository(file, line)
          ? [`${file}:${at + 1}: names a file outside the repository. Put what is needed into it.`]
          : [],
      ),
  );
  return { gate: 'own files', read: [{ what: 'files', count: files.length }], problems };
}

function leavesTheRepository(file: string, line: string): boolean {
  if (beside.test(line)) return true;
  if (file === plants) return false;
  return [...line.matchAll(wayUp)].some(([way]) =>
    path.posix.join(path.posix.dirname(file), way).startsWith('../'),
  );
}

if (require.main === module) runGate(checkOwnFiles);
