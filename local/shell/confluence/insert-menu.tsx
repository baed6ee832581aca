import { useEffect, useState, type ReactElement, type RefObject } from 'react';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AddIcon from '@atlaskit/icon/core/add';
import Button from '@atlaskit/button/new';
import type { ManifestModule } from '../../contracts';
import { ModuleIcon } from '../components/module-icon';
import { moduleText } from '../site/settings';

/** What can stand on a new line: a kind of text, or a macro of the app. */
export type InsertChoice = 'paragraph' | 'heading' | 'bullet' | ManifestModule;

interface Entry {
  choice: InsertChoice;
  title: string;
  description: string;
  icon?: ReactElement;
}

function entriesOf(macros: readonly ManifestModule[]): readonly Entry[] {
  return [
    ...macros.map((module) => ({
      choice: module,
      title: moduleText(module, 'title'),
      description: moduleText(module, 'description'),
      icon: <ModuleIcon module={module} />,
    })),
    { choice: 'heading', title: 'Heading', description: 'Starts a part of the page' },
    { choice: 'bullet', title: 'Bulleted list', description: 'One point a line' },
    { choice: 'paragraph', title: 'Text', description: 'A plain line' },
  ];
}

/** The editor's "+" button. */
export function InsertMenu({
  macros,
  onChoose,
}: {
  macros: readonly ManifestModule[];
  onChoose: (choice: InsertChoice) => void;
}) {
  return (
    <DropdownMenu<HTMLButtonElement>
      trigger={({ triggerRef, ...props }) => (
        <Button {...props} ref={triggerRef} iconBefore={AddIcon} appearance="subtle">
          Insert
        </Button>
      )}
    >
      <DropdownItemGroup>
        {entriesOf(macros).map((entry) => (
          <DropdownItem
            key={entry.title}
            description={entry.description}
            elemBefore={entry.icon}
            onClick={() => {
              onChoose(entry.choice);
            }}
          >
            {entry.title}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}

interface InsertListProps {
  macros: readonly ManifestModule[];
  words: string;
  /** The line that is typed in; its arrow keys and Enter choose here. */
  field: RefObject<HTMLTextAreaElement>;
  onChoose: (choice: InsertChoice) => void;
}

/** What "/" opens beneath a line; typing on narrows it. */
export function InsertList({ macros, words, field, onChoose }: InsertListProps) {
  const [at, setAt] = useState(0);
  const entries = entriesOf(macros).filter(({ title, description }) =>
    `${title} ${description}`.toLowerCase().includes(words.toLowerCase()),
  );
  const current = Math.min(at, entries.length - 1);
  useEffect(() => {
    const line = field.current;
    const choose = (event: KeyboardEvent): void => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setAt(
          (current + (event.key === 'ArrowDown' ? 1 : -1) + entries.length) % Math.max(1, entries.length),
        );
      }
      const entry = entries[current];
      if (event.key === 'Enter' && entry !== undefined) {
        event.preventDefault();
        onChoose(entry.choice);
      }
    };
    line?.addEventListener('keydown', choose);
    return () => line?.removeEventListener('keydown', choose);
  });
  return (
    <ul className="insert-list" role="listbox" aria-label="Insert">
      {entries.map((entry, index) => (
        <li
          key={entry.title}
          role="option"
          aria-selected={index === current}
          className="insert-list__entry"
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(entry.choice);
          }}
        >
          <span>
            {entry.icon} {entry.title}
          </span>
          <span className="quiet">{entry.description}</span>
        </li>
      ))}
      {entries.length === 0 && (
        <li className="quiet" role="option" aria-selected={false}>
          Nothing of that name
        </li>
      )}
    </ul>
  );
}
