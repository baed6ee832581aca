import { useSearchParams } from 'react-router';
import { isUuid, type CycleId } from '../../../../../src/domain/ids';
import { JiraMissing } from '../../components/jira-missing';
import styles from '../pages/pages.module.css';
import { ClosingListPart } from './closing-list';
import { TeamClosing } from './team-closing';

/** The end of a cycle: of one team, named in the address, or how far all of them are. */
export function ClosingPage({ cycleId }: { cycleId: CycleId }) {
  const [params] = useSearchParams();
  const teamId = params.get('team');
  return (
    <main className={styles.page}>
      <JiraMissing />
      {isUuid<'team'>(teamId) ? (
        <TeamClosing cycleId={cycleId} teamId={teamId} />
      ) : (
        <ClosingListPart cycleId={cycleId} />
      )}
    </main>
  );
}
