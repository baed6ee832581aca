import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { loadProjects, searchIssues } from '../api/jira';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { usePerson } from '../site/person-context';
import { IssueTable } from './issue-table';

/** Jira's "For you": the person's projects and their open issues. */
export function HomePage() {
  useTitle('For you');
  const person = usePerson();
  const projects = useQuery({ queryKey: ['projects'], queryFn: loadProjects });
  const mine = useQuery({
    queryKey: ['search', 'mine'],
    queryFn: () =>
      searchIssues('assignee = currentUser() AND statusCategory != Done ORDER BY updated DESC', 20),
  });
  return (
    <div className="page">
      <h1>For {person.displayName}</h1>
      <section className="page__section" aria-labelledby="projects-heading">
        <h2 id="projects-heading">Projects</h2>
        <ul className="cards">
          {projects.data?.map((project) => (
            <li key={project.id}>
              <Link className="card" to={`/jira/software/c/projects/${project.key}`}>
                <span className="card__mark" aria-hidden="true">
                  {project.key.slice(0, 1)}
                </span>
                <span>
                  <span className="card__title">{project.name}</span>
                  <span className="quiet">{project.key}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="page__section" aria-labelledby="mine-heading">
        <h2 id="mine-heading">Assigned to you</h2>
        {mine.error !== null && <Failed error={mine.error} what="list" />}
        {mine.isPending && <Loading what="list" />}
        {mine.data?.issues.length === 0 && (
          <p className="quiet">Nothing is assigned to you and still open.</p>
        )}
        {mine.data !== undefined && mine.data.issues.length > 0 && (
          <IssueTable issues={mine.data.issues} label="Assigned to you" />
        )}
      </section>
    </div>
  );
}
