import { useLocation } from 'react-router';
import { PageLink } from '../../components/page-link';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { MoreMenu } from './more-menu';
import styles from './pages.module.css';

/** Where one can go on the full page: what people do every week beside each other, the rest in a menu. */
export function PageNav() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const places = [
    { to: '/', name: t(pages.okrs) },
    { to: '/mine', name: t(pages.mine) },
    { to: '/check-in', name: t(pages.checkIn) },
    { to: '/planning', name: t(pages.planning) },
    { to: '/map', name: t(pages.map) },
    { to: '/kpis', name: t(pages.kpis) },
    { to: '/learning', name: t(pages.learning) },
  ];
  return (
    <nav className={styles.nav} aria-label={t(pages.nav)}>
      {places.map(({ to, name }) => (
        <PageLink quiet key={to} to={to} isHere={pathname === to || pathname.startsWith(`${to}/`)}>
          {name}
        </PageLink>
      ))}
      <span className={styles.more}>
        <MoreMenu />
      </span>
    </nav>
  );
}
