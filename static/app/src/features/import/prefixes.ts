/** What people write before the title of an objective, a key result or an initiative, and over a list of them. */
export const objectivePrefix =
  /^(?:objectives?\s*[\d.]*\s*[:–—-]|objective\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s|o\s*\d+\s*[:.–—-])\s*(?<title>\S.*)$/iu;
export const keyResultPrefix =
  /^(?:(?:key\s+result|kr)s?\s*[\d.]*\s*[:–—-]|key\s+result\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s|kr\d{1,2}(?:\.\d{1,2})*[.)]?\s)\s*(?<title>\S.*)$/iu;
export const initiativePrefix = /^(?:initiatives?|projects?)\s*[\d.]*\s*[:–—-]\s*(?<title>\S.*)$/iu;

export const keyResultsLabel = /^(?:key\s+results?|krs?)\s*:?$/iu;
export const initiativesLabel = /^(?:initiatives?|projects?)\s*:?$/iu;
