/** One export for each function that manifest.yml names, and nothing else. */
export { jqlFunction } from './entry/jql';
export { goOnPreparing, hourly, onLifecycle, onUninstall } from './entry/lifecycle';
export { macroExport } from './entry/macro-export';
export { panelStatus } from './entry/panel-status';
export { resolve as resolver } from './entry/resolver';
export { catchUp, reconcile } from './entry/schedules';
export { onIssueEvent, onProjectEvent } from './entry/triggers';
