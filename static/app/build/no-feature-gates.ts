/**
 * Stands in for @atlaskit/feature-gate-js-client, which asks a service which parts of Atlassian's own products are
 * switched on. Waymark sends nothing anywhere (design §5), so every gate is closed and every experiment is at its default;
 * the client itself, 28 KB gzip, does not ship.
 */
const closedGates = {
  initializeCompleted: (): boolean => false,
  checkGate: (): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
};

export default closedGates;
