import type { WayToClose } from '../../rpc/jira-close';

/** What a person asks to be done with the issue of work they stop, in their own name. */
export type JiraDraft = {
  comment: boolean;
  text: string;
  close: boolean;
  /** null: the first way Jira offers. */
  transitionId: string | null;
  /** null: the first resolution that means not delivered. */
  resolutionId: string | null;
};

export const noJira: JiraDraft = {
  comment: false,
  text: '',
  close: false,
  transitionId: null,
  resolutionId: null,
};

/** One act on the issue, as it will be asked of Jira. */
export type JiraAct =
  { kind: 'comment'; text: string } | { kind: 'close'; transitionId: string; resolutionId: string | null };

/** The way and resolution that are chosen, or offered first: one that means not delivered, by the site's names. */
export function chosenWay(
  draft: JiraDraft,
  ways: readonly WayToClose[],
  notDelivered: readonly string[],
): { way: WayToClose; resolutionId: string | null } | null {
  const way = ways.find(({ transitionId }) => transitionId === draft.transitionId) ?? ways[0];
  if (!way) return null;
  const named = (name: string) => notDelivered.some((one) => one.toLowerCase() === name.toLowerCase());
  const offered = way.resolutions.find(({ name }) => named(name)) ?? null;
  const chosen = way.resolutions.find(({ id }) => id === draft.resolutionId) ?? offered;
  return { way, resolutionId: chosen?.id ?? null };
}
