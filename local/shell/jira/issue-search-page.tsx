import { useState, type FormEvent } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useSearchParams } from 'react-router';
import { searchIssues } from '../api/jira';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { AppActions } from './app-actions';
import { IssueTable } from './issue-table';
import { JqlField } from './jql-field';

/** Jira refuses a search without bounds, so "all" is all of the last year. */
const everything = 'created >= -52w ORDER BY updated DESC';

/** Jira's issue navigator: JQL above, a table beneath, the apps' actions for what is chosen. The address holds the JQL. */
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
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
      <div className="page__head">
        <h1>Issues</h1>
        <div className="page__acts">
          {chosen.size > 0 && (
            <span className="quiet" role="status">
              {chosen.size} chosen
            </span>
          )}
          <AppActions
            type="jira:issueNavigatorAction"
            extension={{ jql, filterId: '', issueKeys: [...chosen] }}
          />
        </div>
      </div>
      <form className="jql" onSubmit={submit}>
        <JqlField value={draft} onChange={setDraft} />
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
      {issues.length > 0 && (
        <IssueTable issues={issues} label="Issues found" choice={{ chosen, onChoose: setChosen }} />
      )}
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
