/** What a document says of an item in lines of its own, `**Owner**: @mara`, and in front of its title, `P0: …`. */

const priorityPrefix = /^(?<priority>P\d)\s*[:–—-]\s*(?<rest>.*)$/u;
/** `**KR**: Update` */
export const keyResultField = /^\s*\*\*\s*(?:KRs?|key\s+results?)\s*:?\s*\*\*\s*:?\s*(?<value>.+?)\s*$/iu;
/** `**Owner**: @djdv` */
export const ownerField =
  /^\s*(?:[*+-]\s+)?(?:\*\*\s*owners?\s*:?\s*\*\*\s*:?|owners?\s*:)\s*(?<value>.+?)\s*$/iu;

/** Whether a passage holds such lines only. */
export function isField(passage: string): boolean {
  return passage.split('\n').every((line) => keyResultField.test(line) || ownerField.test(line));
}

/** What the first such line says; null where there is none. */
export function fieldIn(texts: string[], field: RegExp): string | null {
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const value = field.exec(line)?.groups?.['value'];
    if (value !== undefined) return value;
  }
  return null;
}

/** The passages without the first line of each of these fields: what `fieldIn` reads. Another such line stays. */
export function withoutFields(texts: string[], fields: readonly RegExp[]): string {
  const unread = new Set(fields);
  const isRead = (line: string) => {
    const field = [...unread].find((one) => one.test(line));
    return field !== undefined && unread.delete(field);
  };
  return texts
    .map((text) =>
      text
        .split('\n')
        .filter((line) => !isRead(line))
        .join('\n')
        .trim(),
    )
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A title and the priority written before it. */
export function withPriority(heading: string): { title: string; priority: string | null } {
  const groups = priorityPrefix.exec(heading)?.groups;
  return { title: (groups?.['rest'] ?? heading).trim(), priority: groups?.['priority'] ?? null };
}

/** A name without case or punctuation: what stays the same when a document is edited a little. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
