import type { SampleCompany } from '../company';
import { alignment } from './alignment';
import { ending } from './ending';
import { growth } from './growth';
import { kpis } from './kpis';
import { learning } from './learning';
import { lastQuarter, year } from './past-and-year';
import { meetings } from './meetings';
import { payments } from './payments';
import { safety } from './safety';
import { teams } from './teams';

/** Lantern, an online school that does not exist. */
export const lantern: SampleCompany = {
  name: 'Lantern',
  label: 'waymark-sample',
  runWorkLabel: 'sample-run-work',
  teams,
  ending,
  meetings,
  kpis,
  alignment,
  objectives: [
    { cycle: 'year', of: year },
    { cycle: 'last', of: lastQuarter },
    { cycle: 'running', of: [...growth, ...learning, ...payments, ...safety] },
  ],
};
