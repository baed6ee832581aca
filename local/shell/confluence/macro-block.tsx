import { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import type { AdfNode } from '../../frames/adf';
import { AppFrame } from '../host/app-frame';
import { AdfView } from '../jira/adf-view';
import { macroExtension, type Macro } from './macro-node';

interface MacroBlockProps {
  node: AdfNode;
  macro: Macro | undefined;
  place: { pageId: string; spaceId: string; spaceKey: string; isEditing: boolean };
  title: string;
  onConfigure: () => void;
  onRemove: () => void;
}

/** A part of the page that is not typed in: a macro with its config, or formatted content shown as it is. */
export function MacroBlock({ node, macro, place, title, onConfigure, onRemove }: MacroBlockProps) {
  return (
    <div className="editor__block">
      <div className="editor__block-bar">
        <span className="quiet">{macro === undefined ? 'Kept as it is' : title}</span>
        {macro !== undefined && (
          <IconButton
            icon={EditIcon}
            appearance="subtle"
            spacing="compact"
            label={`Edit ${title}`}
            onClick={onConfigure}
          />
        )}
        <IconButton
          icon={DeleteIcon}
          appearance="subtle"
          spacing="compact"
          label={macro === undefined ? 'Remove this part' : `Remove ${title}`}
          onClick={onRemove}
        />
      </div>
      {macro === undefined ? (
        <div className="adf">
          <AdfView nodes={[node]} />
        </div>
      ) : (
        <AppFrame
          key={JSON.stringify(macro.config)}
          module={macro.module}
          extension={macroExtension(macro, place)}
          localId={macro.localId}
          fit="content"
          title={title}
        />
      )}
    </div>
  );
}
