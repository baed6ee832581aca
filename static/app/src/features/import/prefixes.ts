/** What people write before the title of an objective or a key result. */
export const objectivePrefix = /^(?:objectives?\s*[\d.]*\s*[:–—-]|o\s*\d+\s*[:.–—-])\s*(?<title>\S.*)$/iu;
export const keyResultPrefix =
  /^(?:key\s+results?\s*[\d.]*\s*[:–—-]|krs?\s*[\d.]*\s*[:–—-])\s*(?<title>\S.*)$/iu;
