import { useEffect, useRef } from 'react';
import type { ManifestModule } from '../../contracts';
import { GrowingText } from '../components/growing-text';
import type { Block } from './editor-blocks';
import { InsertList, type InsertChoice } from './insert-menu';

interface BlockLineProps {
  block: Exclude<Block, { kind: 'node' }>;
  isFocused: boolean;
  macros: readonly ManifestModule[];
  onText: (text: string) => void;
  onEnter: () => void;
  onRemove: () => void;
  onInsert: (choice: InsertChoice) => void;
}

/** One line that can be typed in. "/" in an empty line opens what can be inserted there. */
export function BlockLine({ block, isFocused, macros, onText, onEnter, onRemove, onInsert }: BlockLineProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  const isChoosing = block.text.startsWith('/') && !block.text.includes(' ');

  return (
    <div className={`editor__line editor__line--${block.kind}`}>
      <GrowingText
        field={field}
        aria-label={lineNames[block.kind]}
        placeholder={block.kind === 'paragraph' ? 'Type / to insert' : ''}
        value={block.text}
        onChange={(event) => {
          onText(event.currentTarget.value.replaceAll('\n', ' '));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isChoosing) {
            event.preventDefault();
            onEnter();
          }
          if (event.key === 'Backspace' && block.text === '') {
            event.preventDefault();
            onRemove();
          }
          if (event.key === 'Escape' && isChoosing) onText('');
        }}
      />
      {isChoosing && (
        <InsertList macros={macros} words={block.text.slice(1)} field={field} onChoose={onInsert} />
      )}
    </div>
  );
}

const lineNames = { paragraph: 'Paragraph', heading: 'Heading', bullet: 'List item' };
