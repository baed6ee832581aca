import { useState, type FormEvent } from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import ThemeIcon from '@atlaskit/icon/core/theme';
import Textfield from '@atlaskit/textfield';
import SearchIcon from '@atlaskit/icon/core/search';
import { useLocation, useNavigate } from 'react-router';
import { useHostServices } from '../host/host-services';
import { useTheme } from '../site/theme';
import { ClockControl } from './clock-control';
import { PersonMenu } from './person-menu';
import { ProductSwitch } from './product-switch';

/** The bar over every page: product, search, create, and the controls only a local site has. */
export function TopBar() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const services = useHostServices();
  const { mode, switchMode } = useTheme();
  const [words, setWords] = useState('');
  const inWiki = pathname.startsWith('/wiki');

  const search = (event: FormEvent): void => {
    event.preventDefault();
    void navigate(searchPath(words.trim()));
    setWords('');
  };

  return (
    <header className="top-bar">
      <ProductSwitch inWiki={inWiki} />
      <div className="top-bar__middle">
        {!inWiki && (
          <>
            <form role="search" className="top-bar__search" onSubmit={search}>
              <Textfield
                aria-label="Search issues by words or key"
                placeholder="Search issues"
                isCompact
                value={words}
                elemBeforeInput={
                  <span className="top-bar__search-icon">
                    <SearchIcon label="" />
                  </span>
                }
                onChange={(event) => {
                  setWords(event.currentTarget.value);
                }}
              />
            </form>
            <Button
              appearance="primary"
              iconBefore={AddIcon}
              onClick={() => {
                services.openCreateIssue({}, (ids) => {
                  if (ids.length > 0) services.refresh();
                });
              }}
            >
              Create
            </Button>
          </>
        )}
      </div>
      <div className="top-bar__end">
        <ClockControl />
        <IconButton
          icon={ThemeIcon}
          appearance="subtle"
          label={mode === 'light' ? 'Switch to dark' : 'Switch to light'}
          onClick={switchMode}
        />
        <PersonMenu />
      </div>
    </header>
  );
}

/** A key opens its issue; words search titles and texts. */
function searchPath(words: string): string {
  if (/^[A-Z][A-Z0-9]+-\d+$/i.test(words)) return `/browse/${words.toUpperCase()}`;
  const jql =
    words === ''
      ? 'created >= -52w ORDER BY updated DESC'
      : `text ~ ${JSON.stringify(words)} ORDER BY updated DESC`;
  return `/issues?jql=${encodeURIComponent(jql)}`;
}
