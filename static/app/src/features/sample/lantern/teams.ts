import type { SampleTeam } from '../company';

/** The organisation's slug. */
export const lanternItself = 'lantern';

/** Lantern, an online school, and its teams. Safety is everybody's, so that the organisation keeps it. */
export const teams: SampleTeam[] = [
  {
    slug: lanternItself,
    name: 'Lantern',
    level: 'organisation',
    lead: null,
    members: ['Leila Haddad', 'Olu Adeyemi', 'Eva Novak'],
  },
  {
    slug: 'growth',
    name: 'Growth',
    level: 'team',
    lead: 'Priya Raman',
    members: ['Ana Lindqvist', 'Kenji Mori', 'Tom Okafor'],
  },
  {
    slug: 'learning',
    name: 'Learning',
    level: 'team',
    lead: 'Nour El-Sayed',
    members: ['Hana Kim', 'Jonas Weber', 'Tom Okafor'],
  },
  {
    slug: 'payments',
    name: 'Payments',
    level: 'team',
    lead: 'Sofia Rossi',
    members: ['Diego Fuentes', 'Ben Carter'],
  },
];
