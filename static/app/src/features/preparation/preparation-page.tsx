import { useSearchParams } from 'react-router';
import { isUuid, type CycleId } from '../../../../../src/domain/ids';
import { JiraMissing } from '../../components/jira-missing';
import styles from '../pages/pages.module.css';
import { PreparationListPart } from './preparation-list';
import { TeamPreparation } from './team-preparation';

/** Preparing a cycle: of one team, named in the address, or how far all of them are. */
export function PreparationPage({ cycleId }: { cycleId: CycleId }) {
  const [params] = useSearchParams();
  const teamId = params.get('team');
  return (
    <main className={styles.page}>
      <JiraMissing />
      {isUuid<'team'>(teamId) ? (
        <TeamPreparation cycleId={cycleId} teamId={teamId} />
      ) : (
        <PreparationListPart cycleId={cycleId} />
      )}
    </main>
  );
}
