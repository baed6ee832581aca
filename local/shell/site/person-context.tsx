import { createContext, useContext } from 'react';
import type { SitePerson } from './person';

interface People {
  person: SitePerson;
  people: readonly SitePerson[];
}

export const PeopleContext = createContext<People | undefined>(undefined);

/** The person at this browser. */
export function usePerson(): SitePerson {
  return usePeople().person;
}

/** Everyone who can use the site, and the one who does. */
export function usePeople(): People {
  const people = useContext(PeopleContext);
  if (people === undefined) throw new Error('A page was drawn before the site knew who is there.');
  return people;
}
