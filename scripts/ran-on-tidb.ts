import { join } from 'node:path';

/** Where the integration tests write down what they ran on TiDB: `npm test` leaves it for `npm run test:tidb -- --rest`. */
export const ranOnTidb = join(__dirname, '../.local/ran-on-tidb');
