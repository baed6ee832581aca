import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import Button from '@atlaskit/button/new';
import { Link, Navigate, useParams } from 'react-router';
import { surfacePath } from '../../frames/urls';
import { createPage, loadPages, loadSpaces, type Space } from '../api/confluence';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { NotFound } from '../components/not-found';
import { useTitle } from '../components/use-title';

/** A space: its pages, and a new one. */
export function SpacePage() {
  const { spaceKey = '' } = useParams();
  const spaces = useQuery({ queryKey: ['spaces'], queryFn: loadSpaces });
  if (spaces.error !== null) return <Failed error={spaces.error} what="space" />;
  if (spaces.data === undefined) return <Loading what="space" />;
  const space = spaces.data.find(({ key }) => key === spaceKey);
  return space === undefined ? <NotFound what="space" /> : <Pages space={space} />;
}

function Pages({ space }: { space: Space }) {
  useTitle(space.name);
  const [createdId, setCreatedId] = useState<string>();
  const pages = useQuery({ queryKey: ['pages', space.id], queryFn: () => loadPages(space.id) });
  const create = useMutation({
    mutationFn: () => createPage(space.id, 'Untitled page'),
    onSuccess: setCreatedId,
  });
  if (createdId !== undefined) {
    return <Navigate to={surfacePath('pageEdit', { spaceKey: space.key, pageId: createdId })} />;
  }
  if (pages.error !== null) return <Failed error={pages.error} what="space" />;
  return (
    <div className="page">
      <div className="page__head">
        <h1>{space.name}</h1>
        <Button
          appearance="primary"
          isLoading={create.isPending}
          onClick={() => {
            create.mutate();
          }}
        >
          Create page
        </Button>
      </div>
      {create.error !== null && <Failed error={create.error} what="new page" />}
      <ul className="wiki-list">
        {pages.data?.map((page) => (
          <li key={page.id}>
            <Link to={surfacePath('page', { spaceKey: space.key, pageId: page.id })}>{page.title}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
