import { z } from 'zod';
import { PERSON_COOKIE } from '../../contracts';
import { request } from '../api/http';

const personSchema = z.object({
  accountId: z.string(),
  displayName: z.string(),
  role: z.string().default(''),
  description: z.string().default(''),
  locale: z.string().default('en-GB'),
  timeZone: z.string().default('UTC'),
});

export type SitePerson = z.infer<typeof personSchema>;

/** Who can use the site; the first is who a new visitor is. */
export async function loadPeople(): Promise<readonly SitePerson[]> {
  return request(z.array(personSchema), '/_site/people');
}

/** The person at this browser: the one in the cookie, else the first, whom the cookie then names. */
export function currentPerson(people: readonly SitePerson[]): SitePerson {
  const accountId = cookieValue(PERSON_COOKIE);
  const person = people.find((candidate) => candidate.accountId === accountId) ?? people[0];
  if (person === undefined) throw new Error('The site has nobody on it.');
  if (person.accountId !== accountId) rememberPerson(person.accountId);
  return person;
}

/** Makes someone else the person at this browser and shows the page as they see it. */
export function becomePerson(accountId: string): void {
  rememberPerson(accountId);
  window.location.reload();
}

function rememberPerson(accountId: string): void {
  document.cookie = `${PERSON_COOKIE}=${encodeURIComponent(accountId)}; path=/; max-age=31536000; samesite=lax`;
}

function cookieValue(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return pair === undefined ? undefined : decodeURIComponent(pair.slice(name.length + 1));
}
