import type { ComponentType, ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';

interface SideNavigationProps {
  label: string;
  /** The product this part of the site stands in for. */
  standsFor: string;
  children: ReactNode;
}

export function SideNavigation({ label, standsFor, children }: SideNavigationProps) {
  return (
    <nav className="side-nav" aria-label={label}>
      <ul className="side-nav__list">{children}</ul>
      <p className="side-nav__footer">
        A local site that stands in for {standsFor}. Nothing here leaves this machine.
      </p>
    </nav>
  );
}

export function NavigationGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="side-nav__group">
      <h2 className="side-nav__title">{title}</h2>
      <ul className="side-nav__list">{children}</ul>
    </li>
  );
}

interface NavigationLinkProps {
  to: string;
  icon?: ComponentType<{ label: string }>;
  /** The app's own, in place of an icon of Atlassian's. */
  picture?: ReactNode;
  children: ReactNode;
  /** Drawn open: the things beneath it are shown. */
  isOpen?: boolean;
  /** False for a link that only opens what stands beneath it. */
  matches?: boolean;
  /** A list of what stands beneath it. */
  beneath?: ReactNode;
}

export function NavigationLink({
  to,
  icon: Icon,
  picture,
  children,
  isOpen = false,
  matches = true,
  beneath,
}: NavigationLinkProps) {
  const { pathname } = useLocation();
  const isBoardAbove = pathname.endsWith('/backlog') && !to.endsWith('/backlog');
  return (
    <li>
      <NavLink
        to={to}
        end={isBoardAbove}
        className={({ isActive }) =>
          [
            'side-nav__link',
            matches && isActive ? 'side-nav__link--current' : '',
            isOpen ? 'side-nav__link--open' : '',
          ].join(' ')
        }
        {...(matches ? {} : { 'aria-current': false })}
      >
        {Icon === undefined ? picture : <Icon label="" />}
        <span className="side-nav__text">{children}</span>
      </NavLink>
      {beneath}
    </li>
  );
}
