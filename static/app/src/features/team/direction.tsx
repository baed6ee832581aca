import type { Directory } from '../../../../../src/contract/calls';
import type { TeamProfile, TeamReading } from '../../../../../src/contract/readings';
import { todayIn, usePlace } from '../../boot/place-context';
import { organisation as texts } from '../../messages/en/organisation';
import { useWords } from '../../messages/use-words';
import styles from './team.module.css';

/** What organisations say they are there for, and this year's priorities, above everything else; nothing where none does. */
export function Direction({ directory }: { directory: Pick<Directory, 'teams' | 'profiles'> }) {
  const said = directory.teams.flatMap((team) => {
    const profile = directory.profiles.find(({ teamId }) => teamId === team.id);
    const speaks = profile && (profile.mission !== '' || profile.priorities.length > 0);
    return team.level === 'organisation' && !team.archived && speaks ? [{ team, profile }] : [];
  });
  return said.map((one) => <Said key={one.team.id} {...one} />);
}

function Said({ team, profile }: { team: TeamReading; profile: TeamProfile }) {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const year = Number(todayIn(timeZone).slice(0, 4));
  const { mission, priorities } = profile;
  const now = priorities.find((one) => one.year === year);
  const others = priorities.filter((one) => one.year !== year);
  return (
    <section className={styles.direction} aria-label={`${team.name}: ${t(texts.mission)}`}>
      {mission !== '' && <p className={styles.mission}>{mission}</p>}
      {now && (
        <details open>
          <summary>{t(texts.yearOf, { year: String(now.year) })}</summary>
          <p className={styles.priorities}>{now.text}</p>
        </details>
      )}
      {others.map((one) => (
        <details key={one.year}>
          <summary>{t(texts.yearOf, { year: String(one.year) })}</summary>
          <p className={styles.priorities}>{one.text}</p>
        </details>
      ))}
    </section>
  );
}
