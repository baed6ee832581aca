import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { loadPage, loadSpaces, type Space, type WikiPage } from '../api/confluence';

/** The page of the address and its space, once both are there. */
export function usePage(): { page: WikiPage | undefined; space: Space | undefined; error: Error | null } {
  const { spaceKey = '', pageId = '' } = useParams();
  const page = useQuery({ queryKey: ['page', pageId], queryFn: () => loadPage(pageId) });
  const spaces = useQuery({ queryKey: ['spaces'], queryFn: loadSpaces });
  return {
    page: page.data,
    space: spaces.data?.find(({ key }) => key === spaceKey),
    error: page.error ?? spaces.error,
  };
}
