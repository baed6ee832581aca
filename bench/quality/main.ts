/**
 * `npm run bench:quality [file …]`: what the quality review says of labelled sentences, against their labels. Prints the
 * project's own sentences, and those of the files named. Exits 1 when a set agrees on less than 95 % (the
 * unseen one: 90 %).
 */
import path from 'node:path';
import { agreement, judge, readLabelled, type Row } from './agree';

const enough = 0.95;
/** Of sentences that nothing was changed for. */
const enoughUnseen = 0.9;
const unseen = 'own sentences nobody tuned on';
const own = path.join(__dirname, '../../test/fixtures/quality');

function main(): void {
  const sets = [
    ['own sentences, known while the rules were made', path.join(own, 'known.jsonl')],
    ['own sentences, kept back until they were', path.join(own, 'kept-back.jsonl')],
    ['own sentences in odd forms, repaired after', path.join(own, 'rough.jsonl')],
    [unseen, path.join(own, 'unseen.jsonl')],
    ...process.argv.slice(2).map((file) => [path.basename(file), file] as const),
  ] as const;
  const passed = sets.map(
    ([name, file]) => report(name, judge(readLabelled(file))) >= (name === unseen ? enoughUnseen : enough),
  );
  process.exitCode = passed.every(Boolean) ? 0 : 1;
}

function report(name: string, rows: readonly Row[]): number {
  if (rows.length === 0) throw new Error(`${name}: no sentences`);
  console.log(`\n${name.toUpperCase()}: ${percent(agreement(rows))} of ${rows.length} agree`);
  for (const kind of ['key result', 'objective'] as const) table(rows.filter((row) => row.kind === kind));
  for (const { verdict, said, text } of rows) {
    if (verdict !== said) console.log(`  labelled ${verdict}, read as ${said}: ${text}`);
  }
  return agreement(rows);
}

function table(rows: readonly Row[]): void {
  const [first] = rows;
  if (!first) return;
  const names = [...new Set(rows.flatMap(({ verdict, said }) => [verdict, said]))].sort();
  console.log(`  ${first.kind.padEnd(12)}read as ${names.map((name) => name.padStart(9)).join('')}   agree`);
  for (const verdict of names) {
    const labelled = rows.filter((row) => row.verdict === verdict);
    if (labelled.length === 0) continue;
    const counts = names.map((said) =>
      String(labelled.filter((row) => row.said === said).length).padStart(9),
    );
    console.log(
      `  ${verdict.padEnd(20)}${counts.join('')}   ${percent(agreement(labelled))} of ${labelled.length}`,
    );
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

main();
