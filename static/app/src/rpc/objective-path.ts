import type { ObjectiveId } from '../../../../src/domain/ids';

/** The route of an objective's page inside the full page. */
export const objectivePath = (id: ObjectiveId) => `/objectives/${id}`;
