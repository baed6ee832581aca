import { useQuery } from '@tanstack/react-query';
import Button, { LinkButton } from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { z } from 'zod';
import { adfDocument, type AdfNode } from '../../frames/adf';
import { surfacePath } from '../../frames/urls';
import { request } from '../api/http';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { AdfView } from '../jira/adf-view';
import { usePerson } from '../site/person-context';
import { macroExtension, macroOf, type Macro } from './macro-node';
import { settings } from '../site/settings';
import { usePage } from './use-page';

/** A page as its PDF has it: every macro replaced by the document its adfExport function gives. */
export function PageExport() {
  const { page, space, error } = usePage();
  useTitle(`Export: ${page?.title ?? ''}`);
  if (error !== null) return <Failed error={error} what="page" />;
  if (page === undefined || space === undefined) return <Loading what="page" />;
  const place = { pageId: page.id, spaceId: space.id, spaceKey: space.key, isEditing: false };
  const macro = (node: AdfNode) => {
    const found = macroOf(node);
    return found === undefined ? null : (
      <ExportedMacro macro={found} extension={macroExtension(found, place)} />
    );
  };
  return (
    <article className="wiki-page wiki-page--export">
      <div className="wiki-page__bar">
        <p className="quiet">
          As it goes into PDF and Word: macros are replaced by what the app gives for export.
        </p>
        <div className="wiki-page__acts">
          <LinkButton
            href={surfacePath('page', { spaceKey: space.key, pageId: page.id })}
            appearance="subtle"
          >
            Back to the page
          </LinkButton>
          <Button
            onClick={() => {
              window.print();
            }}
          >
            Print
          </Button>
        </div>
      </div>
      <div className="wiki-page__sheet">
        <h1 className="wiki-page__title">{page.title}</h1>
        <div className="adf">
          <AdfView nodes={page.document.content} macro={macro} />
        </div>
      </div>
    </article>
  );
}

function ExportedMacro({ macro, extension }: { macro: Macro; extension: Readonly<Record<string, unknown>> }) {
  const person = usePerson();
  const document = useQuery({
    queryKey: ['export', macro.localId, person.accountId],
    queryFn: async () => {
      const payload = {
        exportType: 'pdf',
        extensionPayload: { config: macro.config, ...extension },
        config: macro.config,
        context: {
          accountId: person.accountId,
          cloudId: settings.ids.cloudId,
          localId: macro.localId,
          moduleKey: macro.module.key,
          siteUrl: settings.siteUrl,
          extension,
        },
      };
      return adfDocument(
        await request(z.unknown(), '/_local/frame/macro-export', { method: 'POST', body: { payload } }),
      );
    },
  });
  if (document.error !== null) {
    return (
      <SectionMessage appearance="error" title="The macro could not be exported">
        <p>{document.error.message}</p>
      </SectionMessage>
    );
  }
  if (document.data === undefined) return <Loading what="macro" />;
  return <AdfView nodes={document.data.content} />;
}
