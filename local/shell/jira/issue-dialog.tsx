import { useQuery } from '@tanstack/react-query';
import Modal, { CloseButton, ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { loadIssue } from '../api/jira';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { IssueView } from './issue-view';

/** An issue over the page a person was on, without the app's own panels beside it. */
export function IssueDialog({ issueKey, onClose }: { issueKey: string; onClose: () => void }) {
  const issue = useQuery({ queryKey: ['issue', issueKey], queryFn: () => loadIssue(issueKey) });
  return (
    <Modal width="x-large" onClose={onClose}>
      <ModalHeader>
        <ModalTitle>{issueKey}</ModalTitle>
        <CloseButton label="Close" onClick={onClose} />
      </ModalHeader>
      <ModalBody>
        {issue.error !== null && <Failed error={issue.error} what="issue" />}
        {issue.isPending && <Loading what="issue" />}
        {issue.data !== undefined && <IssueView issue={issue.data} />}
      </ModalBody>
    </Modal>
  );
}
