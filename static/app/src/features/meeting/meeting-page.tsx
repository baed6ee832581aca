import { useSearchParams } from 'react-router';
import type { ProjectId } from '../../../../../src/domain/ids';
import { JiraMissing } from '../../components/jira-missing';
import styles from '../pages/pages.module.css';
import { Alone } from './alone';
import { TeamMeeting } from './team-meeting';

/** The check-in: of a team, or alone. */
export function MeetingPage({ projectId }: { projectId: ProjectId | null }) {
  const [params] = useSearchParams();
  return (
    <main className={styles.page}>
      <JiraMissing />
      {params.get('alone') === '1' ? <Alone /> : <TeamMeeting projectId={projectId} />}
    </main>
  );
}
