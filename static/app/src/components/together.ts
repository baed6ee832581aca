import type { ReactNode } from 'react';

/** A field of a form that several people may change: how it is called, which part of the draft it is, how it reads. */
export type SharedField<T> = {
  label: string;
  part: (draft: T) => Partial<T>;
  said: (draft: T) => ReactNode;
};

/** Two people's changes of one thing. */
export type Together<T> = {
  /** What this person wants, with what others saved where they changed and this person did not. */
  draft: T;
  /** Fields others changed and this person did not touch. */
  theirs: SharedField<T>[];
  /** Fields both changed, to different things. */
  both: SharedField<T>[];
};

/**
 * Puts together what one person typed and what others saved meanwhile, field by field: both started from `base`. A field
 * only one of them changed is as that one left it; a field both changed is as `mine` says, and is named in `both`.
 */
export function together<T extends object>(
  base: T,
  saved: T,
  mine: T,
  fields: readonly SharedField<T>[],
): Together<T> {
  const differs = ({ part }: SharedField<T>, one: T, other: T) =>
    JSON.stringify(part(one)) !== JSON.stringify(part(other));
  const typed = fields.filter((field) => differs(field, base, mine));
  const changed = fields.filter((field) => differs(field, base, saved));
  return {
    draft: changed
      .filter((field) => !typed.includes(field))
      .reduce((draft, { part }) => ({ ...draft, ...part(saved) }), mine),
    theirs: changed.filter((field) => !typed.includes(field)),
    both: changed.filter((field) => typed.includes(field) && differs(field, saved, mine)),
  };
}
