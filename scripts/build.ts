/** `npm run build`: the browser bundle, the local site's pages and the backend bundle, as they ship or run. */
import { buildSite } from '../local/build-site';

buildSite((line) => console.log(line)).then(
  () => console.log('Built.'),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
