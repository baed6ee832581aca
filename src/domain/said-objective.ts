/**
 * Reads an objective as people say it aloud: "We will become the first choice of schools, as measured by …".
 * English only; what is not understood stays as it was typed.
 */
import type { LocalDate } from './dates';
import { readSaidMetric } from './said-metric';

/** What a sentence says: where to, and how one will know; [] when it says only where to. */
export type SaidObjective = { title: string; keyResults: string[] };

const opening = /^\s*(?:we\s+(?:will|want to|intend to)|our\s+(?:goal|objective)\s+is\s+to)\s+/iu;
const measured = /[,;:.]?\s+(?:and\s+)?(?:as\s+)?measured\s+by\s*:?\s+/iu;
const between = /(\s*;\s*(?:and\s+)?|\s*\n\s*|\s*,\s+(?:and\s+)?|\s+and\s+)/iu;
const loose = /^[\s,;]+|[\s,;.]+$/gu;

/**
 * Takes an objective and its key results from one sentence. `dates`: those of the cycle, by which a day without a year
 * is understood. Key results are parted where one has said its number and the next says a movement, so that "research and development" and
 * "1,000" stay whole.
 */
export function readSaidObjective(
  sentence: string,
  dates: { startsOn: LocalDate; dueOn: LocalDate },
): SaidObjective {
  const [said = '', ...rest] = sentence.split(measured);
  const title = capital(said.replace(opening, '').replace(loose, ''));
  if (title === '') return { title: sentence.trim(), keyResults: [] };
  return { title, keyResults: rest.flatMap((part) => partsOf(part, dates)).map(capital) };
}

function partsOf(text: string, dates: { startsOn: LocalDate; dueOn: LocalDate }): string[] {
  const moves = (part: string) => readSaidMetric(part.trim(), dates).metric !== null;
  const isWhole = (part: string) => {
    const { metric, target, change, min, max } = readSaidMetric(part.trim(), dates);
    return metric !== null && [target, change, min, max].some((said) => said !== null);
  };
  const parts: string[] = [];
  const pieces = text.split(between);
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at] ?? '';
    const last = parts.at(-1);
    // A semicolon or a new line parts whatever stands around it.
    const hard = /[;\n]/u.test(pieces[at - 1] ?? '');
    if (last === undefined || hard || (isWhole(last) && moves(piece))) parts.push(piece);
    else parts[parts.length - 1] = `${last}${pieces[at - 1] ?? ''}${piece}`;
  }
  return parts.map((part) => part.replace(loose, '')).filter((part) => part !== '');
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en'));
}
