/** A key result that depends on another team (design §3.11): the team confirms or declines. */
export const dependencyStates = ['asked', 'confirmed', 'declined', 'withdrawn'] as const;
/** `asked`: the team has not answered; `withdrawn`: whoever asked does not need it any more. */
export type DependencyState = (typeof dependencyStates)[number];
