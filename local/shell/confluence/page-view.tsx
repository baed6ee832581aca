import { LinkButton } from '@atlaskit/button/new';
import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import type { AdfNode } from '../../frames/adf';
import { surfacePath } from '../../frames/urls';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { AppFrame } from '../host/app-frame';
import { AdfView } from '../jira/adf-view';
import { formatAgo } from '../site/clock';
import { moduleText } from '../site/settings';
import { macroExtension, macroOf } from './macro-node';
import { usePage } from './use-page';

/** A published page with its macros. */
export function PageView() {
  const { page, space, error } = usePage();
  useTitle(page?.title ?? 'Page');
  if (error !== null) return <Failed error={error} what="page" />;
  if (page === undefined || space === undefined) return <Loading what="page" />;
  const place = { pageId: page.id, spaceId: space.id, spaceKey: space.key, isEditing: false };
  const values = { spaceKey: space.key, pageId: page.id };
  const macro = (node: AdfNode) => {
    const found = macroOf(node);
    return found === undefined ? (
      <p className="quiet">A macro of an app that is not on this site.</p>
    ) : (
      <div className="macro">
        <AppFrame
          module={found.module}
          extension={macroExtension(found, place)}
          localId={found.localId}
          fit="content"
          title={moduleText(found.module, 'title')}
        />
      </div>
    );
  };
  return (
    <article className="wiki-page">
      <div className="wiki-page__bar">
        <Breadcrumbs label="Where this page is">
          <BreadcrumbsItem text={space.name} href={surfacePath('space', { spaceKey: space.key })} />
          <BreadcrumbsItem text={page.title} href={surfacePath('page', values)} />
        </Breadcrumbs>
        <div className="wiki-page__acts">
          <LinkButton href={surfacePath('pageExport', values)} appearance="subtle">
            Export
          </LinkButton>
          <LinkButton href={surfacePath('pageEdit', values)} appearance="primary">
            Edit
          </LinkButton>
        </div>
      </div>
      <h1 className="wiki-page__title">{page.title}</h1>
      <p className="quiet">
        Version {page.version.number}
        {typeof page.version.createdAt === 'string' && ` · ${formatAgo(page.version.createdAt)}`}
      </p>
      <div className="adf">
        <AdfView nodes={page.document.content} macro={macro} />
      </div>
    </article>
  );
}
