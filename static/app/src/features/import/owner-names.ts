import type { FoundDocument } from './document';

/** The people an owner field names: `@a/@b (?)` is `@a` and `@b`; without an at sign the words are one name. */
export function namesIn(owner: string | null): string[] {
  if (owner === null) return [];
  const handles = owner.match(/@[\p{L}\p{N}][\p{L}\p{N}._-]*/gu);
  if (handles) return [...new Set(handles)];
  const name = owner.replace(/\([^)]*\)/gu, '').trim();
  return name === '' ? [] : [name];
}

/** Everyone a document names as an owner, in its order, each once. Who else is named beside them stays in the texts. */
export function ownersOf({ objectives }: FoundDocument): string[] {
  const owners = objectives.flatMap((objective) =>
    [objective, ...objective.keyResults, ...objective.initiatives].map(({ owner }) => namesIn(owner)[0]),
  );
  return [...new Set(owners.filter((name) => name !== undefined))];
}
