import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../../../src/domain/ids';
import { SkeletonLines } from '../../components/skeleton-lines';
import { searchPeople } from '../../rpc/jira';
import { useCall } from '../../rpc/use-call';
import type { FoundDocument } from './document';
import { ImportDraftView } from './import-draft-view';
import { ownersOf } from './owner-names';
import type { Placed } from './place-step';

/** So many names are looked for; more are chosen by hand. */
const mostLookedFor = 20;

type Props = { document: FoundDocument; place: Placed; onLock: (locked: boolean) => void };

/** A document with what the site knows of it: who its owners are, and what of it is there already. */
export function Matched({ document, place, onLock }: Props) {
  const names = ownersOf(document);
  const people = useQuery({
    queryKey: ['jira', 'named', names],
    queryFn: () => whoAre(names.slice(0, mostLookedFor)),
    staleTime: Infinity,
  });
  const existing = useCall('overview.read', {
    teamId: place.team.id,
    cycleId: place.cycle.id,
    projectId: null,
  });
  // Without Jira nobody is suggested, and each can be chosen by hand.
  if (people.isPending) return <SkeletonLines lines={6} />;
  return (
    <ImportDraftView
      document={document}
      place={place}
      existing={existing}
      names={names}
      people={people.data ?? new Map()}
      onLock={onLock}
    />
  );
}

/** The people that names mean: only where Jira finds exactly one. */
async function whoAre(names: string[]): Promise<ReadonlyMap<string, AccountId>> {
  const found = await Promise.all(
    names.map(async (name) => [name, await searchPeople(name.replace(/^@/u, ''), 2)] as const),
  );
  return new Map(
    found.flatMap(([name, [only, ...others]]) =>
      only !== undefined && others.length === 0 ? [[name, only.accountId] as const] : [],
    ),
  );
}
