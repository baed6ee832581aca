import { useQuery } from '@tanstack/react-query';
import HomeIcon from '@atlaskit/icon/core/home';
import PageIcon from '@atlaskit/icon/core/page';
import PagesIcon from '@atlaskit/icon/core/pages';
import { useLocation } from 'react-router';
import { loadPages, loadSpaces, type PageSummary, type Space } from '../api/confluence';
import { surfacePath } from '../../frames/urls';
import { NavigationGroup, NavigationLink, SideNavigation } from './side-navigation';

/** Confluence's sidebar: spaces, and the page tree of the open one. */
export function WikiNavigation() {
  const { pathname } = useLocation();
  const spaces = useQuery({ queryKey: ['spaces'], queryFn: loadSpaces });
  const openKey = /^\/wiki\/spaces\/([^/]+)/.exec(pathname)?.[1];
  const openSpace = spaces.data?.find((space) => space.key === openKey);
  return (
    <SideNavigation label="Confluence-like" standsFor="Confluence">
      <NavigationLink to={surfacePath('wiki')} icon={HomeIcon}>
        Home
      </NavigationLink>
      <NavigationGroup title="Spaces">
        {spaces.data?.map((space) => (
          <NavigationLink
            key={space.id}
            to={surfacePath('space', { spaceKey: space.key })}
            icon={PagesIcon}
            isOpen={space.key === openKey}
            matches={false}
          >
            {space.name}
          </NavigationLink>
        ))}
      </NavigationGroup>
      {openSpace !== undefined && <PageTree space={openSpace} />}
    </SideNavigation>
  );
}

function PageTree({ space }: { space: Space }) {
  const pages = useQuery({ queryKey: ['pages', space.id], queryFn: () => loadPages(space.id) });
  const all = pages.data ?? [];
  const ids = new Set(all.map(({ id }) => id));
  const tops = all.filter(
    ({ parentId }) => parentId === null || parentId === undefined || !ids.has(parentId),
  );
  return <NavigationGroup title="Pages">{tops.map((page) => branch(page, all, space.key))}</NavigationGroup>;
}

function branch(page: PageSummary, all: readonly PageSummary[], spaceKey: string) {
  const children = all.filter(({ parentId }) => parentId === page.id);
  return (
    <NavigationLink
      key={page.id}
      to={surfacePath('page', { spaceKey, pageId: page.id })}
      icon={PageIcon}
      beneath={
        children.length > 0 && (
          <ul className="side-nav__nested">{children.map((child) => branch(child, all, spaceKey))}</ul>
        )
      }
    >
      {page.title}
    </NavigationLink>
  );
}
