import { useMutation, useQueryClient } from '@tanstack/react-query';
import { editIssue, transitionIssue } from '../api/jira';
import { issueChanged } from '../host/app-events';
import { useHostServices } from '../host/host-services';
import { usePerson } from '../site/person-context';

interface ChangingIssue {
  id: string;
  key: string;
  fields: { project?: { id: string } | undefined };
}

/**
 * Changes to one issue from the site's own pages: saved, shown everywhere on the page, and told to the app's frames
 * standing on that issue. A refusal is shown as a flag.
 */
export function useIssueChanges(issue: ChangingIssue) {
  const queries = useQueryClient();
  const person = usePerson();
  const services = useHostServices();
  const onSuccess = async (): Promise<void> => {
    issueChanged(issue.id, issue.fields.project?.id ?? '', person.accountId);
    await queries.invalidateQueries();
  };
  const onError = (error: Error): void => {
    services.showFlag({
      id: `issue-${issue.key}`,
      title: `${issue.key} was not changed`,
      description: error.message,
      type: 'error',
      isAutoDismiss: false,
      actions: [],
    });
    void queries.invalidateQueries();
  };
  const edit = useMutation({
    mutationFn: (changes: Readonly<Record<string, unknown>>) => editIssue(issue.key, changes),
    onSuccess,
    onError,
  });
  const transition = useMutation({
    mutationFn: (choice: { id: string; resolution?: string }) =>
      transitionIssue(issue.key, choice.id, choice.resolution),
    onSuccess,
    onError,
  });
  return { edit, transition };
}
