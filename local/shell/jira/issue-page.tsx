import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { loadIssue } from '../api/jira';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { IssueView } from './issue-view';

/** Jira's page of one issue. */
export function IssuePage() {
  const { issueKey = '' } = useParams();
  const issue = useQuery({ queryKey: ['issue', issueKey], queryFn: () => loadIssue(issueKey) });
  useTitle(issue.data === undefined ? issueKey : `[${issue.data.key}] ${issue.data.fields.summary}`);
  if (issue.error !== null) return <Failed error={issue.error} what="issue" />;
  if (issue.data === undefined) return <Loading what="issue" />;
  return <IssueView issue={issue.data} />;
}
