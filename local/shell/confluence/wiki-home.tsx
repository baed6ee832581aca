import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { surfacePath } from '../../frames/urls';
import { loadSpaces } from '../api/confluence';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';

/** The spaces of the Confluence-like part. */
export function WikiHome() {
  useTitle('Spaces');
  const spaces = useQuery({ queryKey: ['spaces'], queryFn: loadSpaces });
  if (spaces.error !== null) return <Failed error={spaces.error} what="list" />;
  if (spaces.data === undefined) return <Loading what="spaces" />;
  return (
    <div className="page">
      <h1>Spaces</h1>
      <ul className="cards">
        {spaces.data.map((space) => (
          <li key={space.id}>
            <Link className="card" to={surfacePath('space', { spaceKey: space.key })}>
              <span className="card__mark" aria-hidden="true">
                {space.name.slice(0, 1)}
              </span>
              <span>
                <span className="card__title">{space.name}</span>
                <span className="quiet">{space.key}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
