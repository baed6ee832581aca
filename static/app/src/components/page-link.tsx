import Link from '@atlaskit/link';
import type { ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';

type Props = {
  to: string;
  children: ReactNode;
  /** It leads to where the reader is. */ isHere?: boolean;
  /** Where its text alone does not say where it leads. */ label?: string;
  /** A title or a menu: underlined only under the pointer. */ quiet?: boolean;
  /** false: something around it takes the focus, and opens it by its own key. */ tab?: boolean;
};

/** A link to another route of the full page it stands on. */
export function PageLink({ to, children, isHere = false, quiet = false, label, tab = true }: Props) {
  const navigate = useNavigate();
  return (
    <Link
      href={useHref(to)}
      {...(quiet ? { appearance: 'subtle' as const } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(tab ? {} : { tabIndex: -1 })}
      {...(isHere ? { 'aria-current': 'page' } : {})}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
