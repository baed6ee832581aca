import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useNavigate } from 'react-router';
import { surfacePath } from '../../frames/urls';
import { publishPage, type Space, type WikiPage } from '../api/confluence';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { useHostServices } from '../host/host-services';
import { modulesOf, moduleText } from '../site/settings';
import type { ManifestModule } from '../../contracts';
import { BlockLine } from './block-line';
import { blocksOf, documentOf, newBlockId, type Block } from './editor-blocks';
import { InsertMenu, type InsertChoice } from './insert-menu';
import { openMacroConfig } from './macro-config';
import { MacroBlock } from './macro-block';
import { macroNode, macroOf, type Macro } from './macro-node';
import { usePage } from './use-page';

/** Confluence's editor, as far as it takes to write a page and put the app's macros on it. */
export function PageEditor() {
  const { page, space, error } = usePage();
  useTitle(`Edit: ${page?.title ?? ''}`);
  if (error !== null) return <Failed error={error} what="page" />;
  if (page === undefined || space === undefined) return <Loading what="page" />;
  return <Editor key={`${page.id}-${String(page.version.number)}`} page={page} space={space} />;
}

function Editor({ page, space }: { page: WikiPage; space: Space }) {
  const services = useHostServices();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState(page.title);
  const [blocks, setBlocks] = useState(() => blocksOf(page.document));
  const [focused, setFocused] = useState<number>();
  const place = { pageId: page.id, spaceId: space.id, spaceKey: space.key, isEditing: true };
  const viewPath = surfacePath('page', { spaceKey: space.key, pageId: page.id });

  const publish = useMutation({
    mutationFn: () => publishPage(page, title.trim(), documentOf(blocks)),
    onSuccess: async () => {
      await queries.invalidateQueries();
      void navigate(viewPath);
    },
  });

  const replace = (id: number, ...next: Block[]): void => {
    setBlocks((now) => now.flatMap((block) => (block.id === id ? next : [block])));
  };
  const addAfter = (id: number, block: Block): void => {
    setBlocks((now) => now.flatMap((other) => (other.id === id ? [other, block] : [other])));
    setFocused(block.id);
  };
  const remove = (id: number): void => {
    setBlocks((now) => {
      const at = now.findIndex((block) => block.id === id);
      setFocused(now[Math.max(0, at - 1)]?.id);
      const rest = now.filter((block) => block.id !== id);
      return rest.length === 0 ? [emptyLine()] : rest;
    });
  };

  const configure = (id: number, macro: Macro, isInserting: boolean): void => {
    openMacroConfig(services, macro, place, isInserting, (config) => {
      replace(id, { id, kind: 'node', node: macroNode({ ...macro, config }) });
    });
  };
  const insertMacro = (at: number | undefined, module: ManifestModule): void => {
    const macro: Macro = { module, localId: crypto.randomUUID(), config: undefined };
    const block: Block = { id: newBlockId(), kind: 'node', node: macroNode(macro) };
    if (at === undefined) setBlocks((now) => [...now, block, emptyLine()]);
    else replace(at, block, emptyLine());
    configure(block.id, macro, true);
  };
  const insert = (at: number | undefined, choice: InsertChoice): void => {
    if (typeof choice !== 'string') {
      insertMacro(at, choice);
      return;
    }
    const block: Block = { id: newBlockId(), kind: choice, text: '', source: undefined };
    if (at === undefined) setBlocks((now) => [...now, block]);
    else replace(at, block);
    setFocused(block.id);
  };

  return (
    <div className="editor">
      <div className="editor__bar">
        <InsertMenu
          macros={modulesOf('macro')}
          onChoose={(choice) => {
            insert(undefined, choice);
          }}
        />
        <div className="wiki-page__acts">
          <Button appearance="subtle" onClick={() => void navigate(viewPath)}>
            Close
          </Button>
          <Button
            appearance="primary"
            isLoading={publish.isPending}
            isDisabled={title.trim() === ''}
            onClick={() => {
              publish.mutate();
            }}
          >
            Publish
          </Button>
        </div>
      </div>
      <div className="editor__page">
        {publish.error !== null && (
          <SectionMessage appearance="error" title="The page was not published">
            <p>{publish.error.message}</p>
          </SectionMessage>
        )}
        <h1 className="visually-hidden">Edit {page.title}</h1>
        <input
          className="editor__title"
          aria-label="Title"
          placeholder="Give this page a title"
          value={title}
          onChange={(event) => {
            setTitle(event.currentTarget.value);
          }}
        />
        {blocks.map((block) => {
          if (block.kind !== 'node') {
            return (
              <BlockLine
                key={block.id}
                block={block}
                isFocused={focused === block.id}
                macros={modulesOf('macro')}
                onText={(text) => {
                  replace(block.id, { ...block, text });
                }}
                onEnter={() => {
                  const kind = block.kind === 'bullet' && block.text !== '' ? 'bullet' : 'paragraph';
                  if (block.kind === 'bullet' && block.text === '')
                    replace(block.id, { ...block, kind: 'paragraph' });
                  else addAfter(block.id, { id: newBlockId(), kind, text: '', source: undefined });
                }}
                onRemove={() => {
                  remove(block.id);
                }}
                onInsert={(choice) => {
                  insert(block.id, choice);
                }}
              />
            );
          }
          const macro = macroOf(block.node);
          return (
            <MacroBlock
              key={block.id}
              node={block.node}
              macro={macro}
              place={place}
              title={macro === undefined ? '' : moduleText(macro.module, 'title')}
              onConfigure={() => {
                if (macro !== undefined) configure(block.id, macro, false);
              }}
              onRemove={() => {
                remove(block.id);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

function emptyLine(): Block {
  return { id: newBlockId(), kind: 'paragraph', text: '', source: undefined };
}
