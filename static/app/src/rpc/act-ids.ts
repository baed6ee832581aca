import { v7 } from 'uuid';
import { isUuid, type RequestId, type Tagged } from '../../../../src/domain/ids';

/** The ids of one act. A retry of the same act gets the same ones, so the backend recognises it (design §5). */
export type ActIds = {
  requestId: RequestId;
  /** The id of a new row; `slot` tells several of one act apart. */
  id: <K extends string>(slot?: string) => Tagged<K>;
};

const blank: ActIds = {
  requestId: tag('00000000-0000-7000-8000-000000000000'),
  id: () => tag('00000000-0000-7000-8000-000000000000'),
};

function tag<K extends string>(text: string): Tagged<K> {
  if (!isUuid<K>(text)) throw new Error(`not a UUID: ${text}`);
  return text;
}

/** A new id, in the order of time. */
export function newId<K extends string>(): Tagged<K> {
  return tag<K>(v7());
}

function newIds(): ActIds {
  const rows = new Map<string, string>();
  return {
    requestId: newId(),
    id: <K extends string>(slot = '') => {
      const known = rows.get(slot) ?? v7();
      rows.set(slot, known);
      return tag<K>(known);
    },
  };
}

/** Hands out ids for acts: the same ones while the content is the same and no answer has come. */
export function actIdKeeper() {
  let pending: { content: string; ids: ActIds } | null = null;
  return {
    /** The input of an act with its ids. */
    fill<T>(build: (ids: ActIds) => T): T {
      const content = JSON.stringify(build(blank));
      if (pending?.content !== content) pending = { content, ids: newIds() };
      return build(pending.ids);
    },
    /** An answer came: the next act is a new one, even with the same content. */
    settle(): void {
      pending = null;
    },
  };
}
