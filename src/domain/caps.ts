/** How much is too much (design §3.10 O5, K8, S1); changed in settings. */
export type Caps = {
  /** Objectives of one team in one cycle: more than `many` warn, more than `tooMany` fail. */
  objectives: { many: number; tooMany: number };
  /** Key results of one objective. */
  keyResults: { fewest: number; most: number };
  /** Key results one person can carry in a cycle. */
  carried: number;
};

/** What a site starts with. */
export const defaultCaps: Caps = {
  objectives: { many: 3, tooMany: 5 },
  keyResults: { fewest: 2, most: 5 },
  carried: 8,
};
