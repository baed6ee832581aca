/** How long a title may be in Waymark, and a summary in Jira. */
export const titleLength = 255;
/** How long a definition or a reason may be. */
export const noteLength = 4000;

/** One line of a document's text: its own line breaks and control characters mean nothing. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Several lines, without the control characters that no text may carry. */
export function manyLines(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '').trim();
}

/** The text, or as many of its first words as fit, ending in an ellipsis: seen to be shortened. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > length / 2 ? cut.slice(0, space) : cut;
  // Half a surrogate pair is no character.
  return `${kept.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`;
}
