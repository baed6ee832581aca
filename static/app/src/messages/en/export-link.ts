import { messages } from '../messages';

/** The way from the overview to its export: apart, so that the export's texts load with its page. */
export const exportLink = messages('exportLink', { export: 'Export these' });
