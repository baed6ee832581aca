import EmptyState from '@atlaskit/empty-state';

/** Said for what is not there and for what the person may not see alike, as Jira does. */
export function NotFound({ what }: { what: string }) {
  return (
    <EmptyState
      header={`This ${what} can’t be found`}
      description={`It may have been deleted or moved, or you may not have permission to see it.`}
      headingLevel={1}
    />
  );
}
