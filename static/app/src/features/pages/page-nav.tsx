import { useLocation } from 'react-router';
import { PageLink } from '../../components/page-link';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import styles from './pages.module.css';

/** Where one can go on the full page. */
export function PageNav() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const places = [
    { to: '/', name: t(pages.okrs) },
    { to: '/mine', name: t(pages.mine) },
    { to: '/check-in', name: t(pages.checkIn) },
    { to: '/map', name: t(pages.map) },
    { to: '/planning', name: t(pages.planning) },
    { to: '/teams', name: t(pages.teams) },
    { to: '/cycles', name: t(pages.cycles) },
    { to: '/kpis', name: t(pages.kpis) },
    { to: '/learning', name: t(pages.learning) },
    { to: '/history', name: t(pages.history) },
    { to: '/import', name: t(pages.import) },
  ];
  return (
    <nav className={styles.nav} aria-label={t(pages.nav)}>
      {places.map(({ to, name }) => (
        <PageLink
          quiet
          key={to}
          to={to}
          isHere={pathname === to || (to === '/import' && pathname === '/export')}
        >
          {name}
        </PageLink>
      ))}
    </nav>
  );
}
