import { ESLint } from 'eslint';
import { type GateReport, runGate } from './gate';

const folders = ['src', 'static/app', 'local', 'test', 'bench', 'scripts'];

/**
 * ESLint over the whole repository. Warnings count as problems: nobody reads a warning twice.
 * Counts the files of each folder, because a pattern that matches nothing looks like a clean folder.
 */
export async function checkLint(appDir: string): Promise<GateReport> {
  const eslint = new ESLint({ cwd: appDir });
  const results = await eslint.lintFiles(['.']);
  const formatter = await eslint.loadFormatter('stylish');
  const text = (await formatter.format(results)).trim();
  return {
    gate: 'eslint',
    read: folders.map((folder) => ({
      what: `files in ${folder}`,
      count: results.filter(({ filePath }) => filePath.startsWith(`${appDir}/${folder}/`)).length,
    })),
    problems: text === '' ? [] : [text],
  };
}

if (require.main === module) runGate(checkLint);
