import { useId, useState, type ReactNode } from 'react';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';

interface CollapsibleProps {
  title: string;
  /** Under this name the browser remembers whether it was open. */
  name: string;
  startsOpen?: boolean;
  /** Drawn left of the title. */
  icon?: ReactNode;
  /** Stands right of the title while collapsed. */
  beside?: ReactNode;
  children: ReactNode;
  onToggle?: (isOpen: boolean) => void;
}

/** One box of the column beside an issue. What is inside is only there while it is open. */
export function Collapsible({
  title,
  name,
  startsOpen = false,
  icon,
  beside,
  children,
  onToggle,
}: CollapsibleProps) {
  const key = `waymark-local-open:${name}`;
  const [open, setOpen] = useState(() => (localStorage.getItem(key) ?? String(startsOpen)) === 'true');
  const bodyId = useId();
  const toggle = (): void => {
    localStorage.setItem(key, String(!open));
    setOpen(!open);
    onToggle?.(!open);
  };
  return (
    <section className="collapsible">
      <h2 className="collapsible__heading">
        <button
          type="button"
          className="collapsible__button"
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={toggle}
        >
          {open ? <ChevronDownIcon label="" size="small" /> : <ChevronRightIcon label="" size="small" />}
          {icon}
          <span className="collapsible__title">{title}</span>
          {!open && beside}
        </button>
      </h2>
      <div id={bodyId} className="collapsible__body" hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
