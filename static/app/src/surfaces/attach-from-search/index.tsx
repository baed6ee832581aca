import { usePlace } from '../../boot/place-context';
import { AttachFoundModal } from '../../features/attach/attach-found-modal';

export default function AttachFromSearchSurface() {
  const { jql, issueKeys } = usePlace().search ?? { jql: '', issueKeys: [] };
  return <AttachFoundModal jql={jql} issueKeys={issueKeys} />;
}
