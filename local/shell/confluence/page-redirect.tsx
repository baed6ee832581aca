import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { surfacePath } from '../../frames/urls';
import { loadPage, loadSpaces } from '../api/confluence';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';

/** A page known by its id alone, sent to its full address. */
export function PageRedirect() {
  const [parameters] = useSearchParams();
  const pageId = parameters.get('pageId') ?? '';
  const page = useQuery({ queryKey: ['page', pageId], queryFn: () => loadPage(pageId) });
  const spaces = useQuery({ queryKey: ['spaces'], queryFn: loadSpaces });
  const error = page.error ?? spaces.error;
  if (error !== null) return <Failed error={error} what="page" />;
  const space = spaces.data?.find(({ id }) => id === page.data?.spaceId);
  if (space === undefined) return <Loading what="page" />;
  return <Navigate to={surfacePath('page', { spaceKey: space.key, pageId })} replace />;
}
