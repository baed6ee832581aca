import { useState, type FormEvent } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useSearchParams } from 'react-router';
import { searchIssues } from '../api/jira';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { IssueTable } from './issue-table';

/** Jira refuses a search without bounds, so "all" is all of the last year. */
const everything = 'created >= -52w ORDER BY updated DESC';

/** Jira's search: JQL above, a table beneath. The address holds the JQL. */
export function IssueSearchPage() {
  useTitle('Issues');
  const [parameters, setParameters] = useSearchParams();
  const jql = parameters.get('jql') ?? everything;
  return (
    <Search
      key={jql}
      jql={jql}
      onSearch={(next) => {
        setParameters({ jql: next });
      }}
    />
  );
}

function Search({ jql, onSearch }: { jql: string; onSearch: (jql: string) => void }) {
  const [draft, setDraft] = useState(jql);
  const found = useInfiniteQuery({
    queryKey: ['search', jql],
    queryFn: ({ pageParam }) => searchIssues(jql, 50, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.isLast ? undefined : (last.nextPageToken ?? undefined)),
  });
  const issues = found.data?.pages.flatMap((page) => page.issues) ?? [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(draft.trim() === '' ? everything : draft.trim());
  };
  return (
    <div className="page">
      <h1>Issues</h1>
      <form className="jql" onSubmit={submit}>
        <Textfield
          aria-label="JQL"
          isMonospaced
          value={draft}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
          }}
        />
        <Button type="submit" appearance="primary">
          Search
        </Button>
      </form>
      {found.error !== null && (
        <SectionMessage appearance="error" title="Jira could not run this search">
          <p>{found.error.message}</p>
        </SectionMessage>
      )}
      {found.isPending && <Loading what="issues" />}
      {found.data !== undefined && issues.length === 0 && <p className="quiet">No issue matches.</p>}
      {issues.length > 0 && <IssueTable issues={issues} label="Issues found" />}
      {found.hasNextPage && (
        <div className="page__more">
          <Button isLoading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}
