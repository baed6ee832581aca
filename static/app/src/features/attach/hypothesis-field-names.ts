/** Fields of a hypothesis whose refusals stand beside them. */
export const hypothesisFields = [
  'publicName',
  'hypothesis.hypothesis.effect',
  'hypothesis.hypothesis.lagDays',
  'hypothesis.hypothesis.why',
];
