import Avatar from '@atlaskit/avatar';
import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import { usePeople } from '../site/person-context';
import { becomePerson } from '../site/person';

/** Who is at the browser, and the way to be somebody else. */
export function PersonMenu() {
  const { person, people } = usePeople();
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...props }) => (
        <button
          {...props}
          ref={triggerRef}
          type="button"
          className="person-menu"
          aria-label={`Signed in as ${person.displayName}, ${person.role}. Switch person`}
        >
          <Avatar size="small" borderColor="transparent" src={pictureOf(person.accountId)} />
          <span className="person-menu__text">
            <span className="person-menu__name">{person.displayName}</span>
            <span className="person-menu__role">{person.role}</span>
          </span>
        </button>
      )}
    >
      <DropdownItemRadioGroup id="person" title="Use the site as">
        {people.map((candidate) => (
          <DropdownItemRadio
            key={candidate.accountId}
            id={candidate.accountId}
            isSelected={candidate.accountId === person.accountId}
            description={
              candidate.description === '' ? candidate.role : `${candidate.role}: ${candidate.description}`
            }
            onClick={() => {
              becomePerson(candidate.accountId);
            }}
          >
            {candidate.displayName}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}

function pictureOf(accountId: string): string {
  return `/_site/avatar/user/${encodeURIComponent(accountId)}?size=48`;
}
