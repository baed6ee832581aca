/** Labelled sentences, what the quality review says of them, and how often the two agree. */
import { readFileSync } from 'node:fs';
import { reviewObjective } from '../../src/domain/quality/review-objective';
import { readSentence } from '../../src/domain/quality/sentence';

export type Labelled = { kind: 'key result' | 'objective'; text: string; verdict: string };
export type Row = Labelled & { said: string };

/** Reads a file of one JSON object a line. Throws on a line that is no labelled sentence. */
export function readLabelled(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { kind, text, verdict } = JSON.parse(line) as Partial<Labelled>;
      if ((kind !== 'key result' && kind !== 'objective') || text === undefined || verdict === undefined) {
        throw new Error(`${file}: not a labelled sentence: ${line}`);
      }
      return { kind, text, verdict };
    });
}

/** What the review says, in the words of the labels: an objective is weak when its words are at fault. */
export function judge(sentences: readonly Labelled[]): Row[] {
  return sentences.map((one) => {
    if (one.kind === 'key result') return { ...one, said: readSentence(one.text).shape };
    return { ...one, said: reviewObjective({ title: one.text }).length === 0 ? 'strong' : 'weak' };
  });
}

/** The share of rows on which label and review agree, 0…1. */
export function agreement(rows: readonly Row[]): number {
  return rows.filter(({ verdict, said }) => verdict === said).length / rows.length;
}
