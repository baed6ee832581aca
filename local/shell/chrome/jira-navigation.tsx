import { useQuery } from '@tanstack/react-query';
import BacklogIcon from '@atlaskit/icon/core/backlog';
import BoardIcon from '@atlaskit/icon/core/board';
import EmailIcon from '@atlaskit/icon/core/email';
import FilterIcon from '@atlaskit/icon/core/filter';
import HomeIcon from '@atlaskit/icon/core/home';
import ProjectIcon from '@atlaskit/icon/core/project';
import { useLocation } from 'react-router';
import { loadBoards } from '../api/agile';
import { holdsPermission, loadProjects, type Project } from '../api/jira';
import { surfacePath } from '../../frames/urls';
import { ModuleIcon } from '../components/module-icon';
import { appPath, modulesOf, moduleText } from '../site/settings';
import { NavigationGroup, NavigationLink, SideNavigation } from './side-navigation';

/** Jira's sidebar: the person's work, apps, projects with their boards, filters, and settings for administrators. */
export function JiraNavigation() {
  const { pathname } = useLocation();
  const projects = useQuery({ queryKey: ['projects'], queryFn: loadProjects });
  const administers = useQuery({ queryKey: ['administers'], queryFn: () => holdsPermission('ADMINISTER') });
  const openKey = /\/(?:projects\/|browse\/)([A-Z][A-Z0-9]*)/.exec(pathname)?.[1];

  return (
    <SideNavigation label="Jira-like" standsFor="Jira">
      <NavigationLink to={surfacePath('home')} icon={HomeIcon}>
        For you
      </NavigationLink>
      <NavigationLink to="/issues" icon={FilterIcon}>
        All issues
      </NavigationLink>
      <NavigationLink to={surfacePath('mail')} icon={EmailIcon}>
        Mail
      </NavigationLink>
      <NavigationGroup title="Apps">
        {modulesOf('jira:globalPage').map((module) => (
          <NavigationLink
            key={module.key}
            to={surfacePath('globalPage', appPath)}
            picture={<ModuleIcon module={module} />}
          >
            {moduleText(module, 'title')}
          </NavigationLink>
        ))}
      </NavigationGroup>
      <NavigationGroup title="Projects">
        {projects.data?.map((project) => (
          <ProjectLinks key={project.id} project={project} isOpen={project.key === openKey} />
        ))}
      </NavigationGroup>
      {administers.data === true && (
        <NavigationGroup title="Administration">
          {modulesOf('jira:adminPage').map((module) => (
            <NavigationLink
              key={module.key}
              to={surfacePath('adminPage', appPath)}
              picture={<ModuleIcon module={module} />}
            >
              {moduleText(module, 'title')}
            </NavigationLink>
          ))}
        </NavigationGroup>
      )}
    </SideNavigation>
  );
}

function ProjectLinks({ project, isOpen }: { project: Project; isOpen: boolean }) {
  const boards = useQuery({ queryKey: ['boards', project.key], queryFn: () => loadBoards(project.key) });
  const board = boards.data?.[0];
  const values = { projectKey: project.key, boardId: String(board?.id ?? '') };
  const home =
    board === undefined ? `/jira/software/c/projects/${project.key}` : surfacePath('board', values);
  return (
    <NavigationLink
      to={home}
      icon={ProjectIcon}
      isOpen={isOpen}
      matches={false}
      beneath={
        isOpen && (
          <ul className="side-nav__nested">
            {board !== undefined && (
              <>
                <NavigationLink to={surfacePath('backlog', values)} icon={BacklogIcon}>
                  Backlog
                </NavigationLink>
                <NavigationLink to={surfacePath('board', values)} icon={BoardIcon}>
                  Board
                </NavigationLink>
              </>
            )}
            {modulesOf('jira:projectPage').map((module) => (
              <NavigationLink
                key={module.key}
                to={surfacePath('projectPage', { ...appPath, projectKey: project.key })}
                picture={<ModuleIcon module={module} />}
              >
                {moduleText(module, 'title')}
              </NavigationLink>
            ))}
          </ul>
        )
      }
    >
      {project.name}
    </NavigationLink>
  );
}
