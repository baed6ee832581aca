import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AppSwitcherIcon from '@atlaskit/icon/core/app-switcher';
import BoardIcon from '@atlaskit/icon/core/board';
import PagesIcon from '@atlaskit/icon/core/pages';
import { IconButton } from '@atlaskit/button/new';
import { Link, useNavigate } from 'react-router';
import { patterns } from '../../frames/urls';

/** Goes between the two products this site stands in for. */
export function ProductSwitch({ inWiki }: { inWiki: boolean }) {
  const navigate = useNavigate();
  const ProductIcon = inWiki ? PagesIcon : BoardIcon;
  return (
    <div className="product-switch">
      <DropdownMenu
        trigger={({ triggerRef, ...props }) => (
          <IconButton
            {...props}
            ref={triggerRef}
            icon={AppSwitcherIcon}
            appearance="subtle"
            label="Switch product"
          />
        )}
      >
        <DropdownItemGroup title="This local site">
          <DropdownItem
            elemBefore={<BoardIcon label="" />}
            description="Projects, boards and issues"
            isSelected={!inWiki}
            onClick={() => void navigate(patterns.home)}
          >
            Jira-like
          </DropdownItem>
          <DropdownItem
            elemBefore={<PagesIcon label="" />}
            description="Spaces and pages"
            isSelected={inWiki}
            onClick={() => void navigate(patterns.wiki)}
          >
            Confluence-like
          </DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      <Link className="product-switch__home" to={inWiki ? patterns.wiki : patterns.home}>
        <span className={inWiki ? 'product-mark product-mark--wiki' : 'product-mark'}>
          <ProductIcon label="" />
        </span>
        {inWiki ? 'Confluence-like' : 'Jira-like'}
      </Link>
    </div>
  );
}
