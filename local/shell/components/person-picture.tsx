import Avatar from '@atlaskit/avatar';
import type { User } from '../api/jira';

/** A person's picture and name, or "Unassigned". */
export function PersonPicture({
  user,
  showName = true,
}: {
  user: User | null | undefined;
  showName?: boolean;
}) {
  const src = user?.avatarUrls['48x48'];
  return (
    <span className="person">
      <Avatar
        size="small"
        borderColor="transparent"
        name={showName ? '' : (user?.displayName ?? 'Unassigned')}
        {...(src === undefined ? {} : { src })}
      />
      {showName && <span>{user?.displayName ?? 'Unassigned'}</span>}
    </span>
  );
}
