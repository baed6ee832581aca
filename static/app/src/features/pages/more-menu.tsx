import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { administersJira } from '../../rpc/jira';
import { openSettings } from '../../rpc/product-events';

/** Where one goes less often. Its button says when the reader is at one of them. */
export function MoreMenu() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  // Jira shows its settings to its administrators, and tells everybody else that there is no such page.
  const { data: administers = false } = useQuery({
    queryKey: ['jira', 'administers'],
    queryFn: administersJira,
    staleTime: Infinity,
    enabled: isOpen,
  });
  const places = [
    { to: '/teams', name: t(pages.teams), paths: ['/teams'] },
    { to: '/cycles', name: t(pages.cycles), paths: ['/cycles'] },
    { to: '/review', name: t(pages.review), paths: ['/review'] },
    { to: '/import', name: t(pages.import), paths: ['/import', '/export'] },
    { to: '/history', name: t(pages.history), paths: ['/history'] },
  ].map((place) => ({
    ...place,
    isHere: place.paths.some((path) => pathname === path || pathname.startsWith(`${path}/`)),
  }));
  const here = places.find(({ isHere }) => isHere);
  return (
    <DropdownMenu<HTMLButtonElement>
      onOpenChange={({ isOpen: opened }) => setOpen(opened)}
      trigger={({ triggerRef, isSelected, ...trigger }) => (
        <Button
          {...trigger}
          ref={triggerRef}
          appearance="subtle"
          spacing="compact"
          iconAfter={ChevronDown}
          isSelected={isSelected === true || here !== undefined}
          aria-label={here ? t(pages.moreHere, { name: here.name }) : t(pages.more)}
        >
          {here ? here.name : t(pages.more)}
        </Button>
      )}
    >
      <DropdownItemGroup>
        {places.map(({ to, name, isHere }) => (
          <Item key={to} to={to} name={name} isHere={isHere} />
        ))}
        {administers && (
          <DropdownItem description={t(pages.settingsWho)} onClick={() => void openSettings()}>
            {t(pages.settings)}
          </DropdownItem>
        )}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}

function Item({ to, name, isHere }: { to: string; name: string; isHere: boolean }) {
  const navigate = useNavigate();
  return (
    <DropdownItem
      href={useHref(to)}
      isSelected={isHere}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    >
      {name}
    </DropdownItem>
  );
}
