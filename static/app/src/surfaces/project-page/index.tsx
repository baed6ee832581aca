import { usePlace } from '../../boot/place-context';
import { FullPage } from '../../features/pages/full-page';

/** The OKRs of a Jira project's teams. */
export default function ProjectPage() {
  const { project } = usePlace();
  return <FullPage projectId={project?.id ?? null} />;
}
