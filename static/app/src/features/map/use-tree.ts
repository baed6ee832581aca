import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { objectivePath } from '../../rpc/objective-path';
import type { MapObjective } from './map-model';
import { moreShown, type Drawn } from './visible-tree';
import type { MapView } from './map-view';

/** Where the reader is in the tree, and what keys and clicks do there: the same in the picture and in the list. */
export type Tree = {
  /** Of the one that takes the focus. */
  active: string | null;
  goTo: (id: string) => void;
  toggle: (objective: MapObjective, isOpen: boolean) => void;
  showMore: (number: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** The id of a node or row in the document. */
export const rowId = (id: string) => `map-${id}`;

/** `lines`: what is drawn, each parent before what serves it. */
export function useTree(
  lines: readonly Drawn[],
  view: MapView,
  change: (part: Partial<MapView>) => void,
): Tree {
  const navigate = useNavigate();
  const [at, setAt] = useState<string | null>(null);
  const moved = useRef(false);
  const index = Math.max(
    0,
    lines.findIndex(({ id }) => id === at),
  );
  const current = lines[index];
  const active = current?.id ?? null;

  useEffect(() => {
    if (!moved.current || active === null) return;
    moved.current = false;
    document.getElementById(rowId(active))?.focus({ preventScroll: false });
  }, [active]);

  function move(to: Drawn | undefined) {
    if (!to) return;
    moved.current = true;
    setAt(to.id);
  }

  function toggle({ number }: MapObjective, isOpen: boolean) {
    const without = (all: ReadonlySet<string>) => new Set([...all].filter((one) => one !== number));
    const open = without(view.open);
    const closed = without(view.closed);
    change(isOpen ? { open, closed: closed.add(number) } : { open: open.add(number), closed });
  }

  function showMore(number: string) {
    const more = new Map(view.more);
    change({ more: more.set(number, (more.get(number) ?? 0) + moreShown) });
  }

  function enter(line: Drawn) {
    if (line.kind === 'more') showMore(line.number);
    else void navigate(objectivePath(line.objective.id));
  }

  /** Right: opens, or goes to the first beneath. Left: closes, or goes up. */
  function sideways(line: Drawn, key: 'ArrowRight' | 'ArrowLeft') {
    const opens = line.kind === 'objective' && line.beneath > 0;
    const isOpen = opens && line.isOpen;
    if (key === 'ArrowRight') {
      if (isOpen) move(lines[index + 1]);
      else if (opens) toggle(line.objective, false);
    } else if (isOpen) toggle(line.objective, true);
    else move(lines.find(({ id }) => id === line.parent));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: lines.length - 1 }[key];
    if (to !== undefined) move(lines[to]);
    else if (key === 'ArrowRight' || key === 'ArrowLeft') sideways(current, key);
    else if (key === 'Enter') enter(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    active,
    goTo: setAt,
    toggle,
    showMore,
    onKeyDown,
  };
}
