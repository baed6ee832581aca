import { usePlace } from '../../boot/place-context';
import { Notice } from '../../components/notice';
import { IssuePanel } from '../../features/panel/issue-panel';
import { panel } from '../../messages/en/panel';
import { useWords } from '../../messages/use-words';

export default function IssuePanelSurface() {
  const { t } = useWords();
  const { issue } = usePlace();
  if (issue === null) return <Notice tone="info">{t(panel.notHere)}</Notice>;
  return <IssuePanel issueId={issue.id} issueKey={issue.key} />;
}
