import Link from '@atlaskit/link';
import type { ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';

type Props = { to: string; children: ReactNode; /** It leads to where the reader is. */ isHere?: boolean };

/** A link to another route of the full page it stands on. */
export function PageLink({ to, children, isHere = false }: Props) {
  const navigate = useNavigate();
  return (
    <Link
      href={useHref(to)}
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
