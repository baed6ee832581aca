import type { DefinitionPart, Fix, ReviewFinding } from '../../../../../src/domain/quality/finding';
import { findings, review } from '../../messages/en/review';
import type { Words } from '../../messages/use-words';

/** A finding as one sentence. */
export function sayFinding(
  { case: is, values, parts = [] }: ReviewFinding,
  { t, number, list }: Words,
): string {
  const said = Object.fromEntries(
    // A plural asks for the number itself; the others read it as the viewer writes numbers.
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && !/^(?:count|unconnected)$/.test(name) ? number(value) : value,
    ]),
  );
  return t(findings[is], { ...said, missing: list(parts.map((part) => t(review[part]))) });
}

/** What the button of a fix says. */
export function sayFix(fix: Fix, { t, number }: Words): string {
  switch (fix.kind) {
    case 'make-initiative':
      return t(review.fixInitiative);
    case 'replace':
      return t(review.fixReplace, { text: fix.text });
    case 'numbers':
      return t(review.fixNumbers, { start: number(fix.start), target: number(fix.target) });
    case 'definition':
      return t(review.fixDefinition);
    case 'own':
      return t(review.fixOwn);
  }
}

const headings = {
  counts: review.headingCounts,
  not: review.headingNot,
  source: review.headingSource,
  serves: review.headingServes,
} as const;

/** A definition with a heading for each part it leaves out. */
export function withHeadings(definition: string, parts: readonly DefinitionPart[], { t }: Words): string {
  const kept = definition.trimEnd();
  const lines = parts.map((part) => `${t(headings[part])}: `);
  return [...(kept === '' ? [] : [kept]), ...lines].join('\n');
}
