import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import type { TeamReading } from '../../../../../src/contract/readings';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { organisation as texts } from '../../messages/en/organisation';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import page from '../pages/pages.module.css';
import styles from './team.module.css';
import { useArchive } from './use-archive';

/** What can be open of one team. */
export type TeamPart = 'edit' | 'move' | 'describe' | 'history' | 'beneath';

type Props = {
  team: TeamReading;
  /** Teams beneath it, on all levels. */
  count: number;
  isOpen: boolean;
  onFold: () => void;
  onPart: (part: TeamPart) => void;
};

const levels = {
  organisation: texts.levelOrganisation,
  department: texts.levelDepartment,
  team: texts.levelTeam,
  person: texts.levelPerson,
};

/** A team in the tree: who leads it, and what can be done with it. */
export function TeamLine({ team, count, isOpen, onFold, onPart }: Props) {
  const { t } = useWords();
  const archive = useArchive(team);
  const { name, level, members, lead, can } = team;
  return (
    <div className={styles.line}>
      <div className={styles.name}>
        <span className={styles.fold}>
          {count > 0 && (
            <button
              type="button"
              className={styles.foldButton}
              aria-label={t(isOpen ? texts.close : texts.open, { name })}
              aria-expanded={isOpen}
              onClick={onFold}
            >
              {isOpen ? <ChevronDown label="" /> : <ChevronRight label="" />}
            </button>
          )}
        </span>
        <PageLink quiet to={`/?team=${team.id}`}>
          {name}
        </PageLink>
        {level !== 'team' && <Lozenge>{t(levels[level])}</Lozenge>}
      </div>
      <span className={page.quiet}>
        {t(pages.members, { count: members.length })}
        {count > 0 && ` · ${t(texts.beneath, { count })}`}
      </span>
      <Person id={lead} />
      {can.edit && (
        <Button spacing="compact" aria-label={t(pages.editOf, { name })} onClick={() => onPart('edit')}>
          {t(pages.edit)}
        </Button>
      )}
      <DropdownMenu<HTMLButtonElement>
        spacing="compact"
        trigger={({ triggerRef, ...trigger }) => (
          <Button
            {...trigger}
            ref={triggerRef}
            spacing="compact"
            appearance="subtle"
            iconAfter={ChevronDown}
            aria-label={t(texts.more, { name })}
          >
            {t(pages.more)}
          </Button>
        )}
      >
        <DropdownItemGroup>
          {level !== 'person' && (
            <DropdownItem onClick={() => onPart('beneath')}>{t(texts.newBeneath)}</DropdownItem>
          )}
          {can.edit && <DropdownItem onClick={() => onPart('move')}>{t(texts.move)}</DropdownItem>}
          {can.edit && (
            <DropdownItem onClick={() => onPart('describe')}>
              {t(level === 'organisation' ? texts.describeOrganisation : texts.describe)}
            </DropdownItem>
          )}
          <DropdownItem onClick={() => onPart('history')}>{t(texts.history)}</DropdownItem>
          {can.edit && <DropdownItem onClick={() => void archive.set(true)}>{t(texts.archive)}</DropdownItem>}
        </DropdownItemGroup>
      </DropdownMenu>
    </div>
  );
}
