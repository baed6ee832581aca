import type { FoundDocument } from './document';

const handle =
  /(?<![\p{L}\p{N}._-])@(?:\p{Lu}[\p{L}\p{N}._-]*(?:\s+\p{Lu}[\p{L}.'’-]*)*|[\p{L}\p{N}][\p{L}\p{N}._-]*)/gu;
/** A first and a last name, or an address: "Lind, Mara" is one person, "Research and Development" may be a team. */
const person = /^(?:\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+)*\s+\p{Lu}[\p{L}.'’-]*|[^\s@]+@[^\s@]+)$/u;

/**
 * The people an owner field names: `@a/@b (?)` is `@a` and `@b`, `@Mara Lind` is one; without an at sign the words are one name,
 * unless every part between commas and the like is a whole one.
 */
export function namesIn(owner: string | null): string[] {
  if (owner === null) return [];
  const words = owner.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/\([^)]*\)/gu, ' ');
  const handles = words.match(handle);
  if (handles) return [...new Set(handles)];
  const name = words.replace(/\s+/gu, ' ').trim();
  const parts = name.split(/\s*[,;/&+]\s*|\s+and\s+/u).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => person.test(part))) return [...new Set(parts)];
  return name === '' ? [] : [name];
}

/** Everyone a document names as an owner, in its order, each once. Who else is named beside them stays in the texts. */
export function ownersOf({ objectives }: FoundDocument): string[] {
  const owners = objectives.flatMap((objective) =>
    [objective, ...objective.keyResults, ...objective.initiatives].map(({ owner }) => namesIn(owner)[0]),
  );
  return [...new Set(owners.filter((name) => name !== undefined))];
}
