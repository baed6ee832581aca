/** Jira's text search, roughly: every word must be there, forms of a word count as the word, `word*` is a prefix. */

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Cuts the commonest English endings, so that "lessons" finds "lesson". */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/u, '') : word;
}

/** Whether `text` matches the right-hand side of `~`; quotes inside it ask for the exact phrase. */
export function matchesText(text: string, query: string): boolean {
  const have = words(text);
  const stems = new Set(have.map(stem));
  const phrases = [...query.matchAll(/"([^"]+)"/g)].map((match) => words(match[1] ?? ''));
  const loose =
    query
      .replace(/"[^"]*"/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+\*?/gu) ?? [];
  return (
    phrases.every((phrase) => have.some((_, i) => phrase.every((word, j) => have[i + j] === word))) &&
    loose.every((word) =>
      word.endsWith('*') ? have.some((one) => one.startsWith(word.slice(0, -1))) : stems.has(stem(word)),
    )
  );
}
