import type { ProjectId } from '../../../../../src/domain/ids';
import type { ImportDraft, ItemDrafts, ItemMaps } from './draft';
import type { Fault, Standing } from './plan';

/** What every part of the preview works on. */
export type Preview = {
  draft: ImportDraft;
  change: (next: (draft: ImportDraft) => ImportDraft) => void;
  standing: Standing;
  /** What keeps an item from being imported, once the person tried; null before that. */
  faultOf: (path: string) => Fault | null;
  /** Whose people are suggested first. */
  project: ProjectId | undefined;
};

/** Changes a part of one item's draft. */
export function changeItem<K extends keyof ItemDrafts>(
  { change }: Preview,
  kind: K,
  path: string,
  part: Partial<ItemDrafts[K]>,
): void {
  change((draft) => {
    const maps: ItemMaps = draft;
    const items = maps[kind];
    const before = items.get(path);
    if (before === undefined) return draft;
    return { ...draft, [kind]: new Map([...items, [path, { ...before, ...part }]]) };
  });
}

/** The id of an item's element, to bring it into view. */
export function elementId(path: string): string {
  return `import-item-${path}`;
}
