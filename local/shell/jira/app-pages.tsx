import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { surfacePath } from '../../frames/urls';
import { loadBoards } from '../api/agile';
import { holdsPermission, loadProjects } from '../api/jira';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { NotFound } from '../components/not-found';
import { useTitle } from '../components/use-title';
import { AppFrame } from '../host/app-frame';
import type { Extension } from '../host/frame-host';
import { localIdOf } from '../host/local-id';
import { usePageHistory } from '../host/page-history';
import { appPath, modulesOf, moduleText } from '../site/settings';

/** The app's page among Jira's apps; what stands after its address belongs to the app. */
export function GlobalAppPage() {
  return <AppPage type="jira:globalPage" base={surfacePath('globalPage', appPath)} extension={{}} />;
}

/** The app's page in the administrators' settings. */
export function AdminAppPage() {
  const administers = useQuery({ queryKey: ['administers'], queryFn: () => holdsPermission('ADMINISTER') });
  if (administers.error !== null) return <Failed error={administers.error} what="page" />;
  if (administers.data === undefined) return <Loading what="page" />;
  if (!administers.data) return <NotFound what="page" />;
  return <AppPage type="jira:adminPage" base={surfacePath('adminPage', appPath)} extension={{}} />;
}

/** The app's page in a project. */
export function ProjectAppPage() {
  const { projectKey = '' } = useParams();
  const projects = useQuery({ queryKey: ['projects'], queryFn: loadProjects });
  const boards = useQuery({ queryKey: ['boards', projectKey], queryFn: () => loadBoards(projectKey) });
  const error = projects.error ?? boards.error;
  if (error !== null) return <Failed error={error} what="project" />;
  if (projects.data === undefined || boards.data === undefined) return <Loading what="project" />;
  const project = projects.data.find(({ key }) => key === projectKey);
  if (project === undefined) return <NotFound what="project" />;
  const [board] = boards.data;
  const extension = {
    project: { id: project.id, key: project.key, type: 'software' },
    ...(board === undefined ? {} : { board: { id: String(board.id), type: board.type } }),
  };
  return (
    <AppPage
      key={project.id}
      type="jira:projectPage"
      base={surfacePath('projectPage', { ...appPath, projectKey })}
      extension={extension}
    />
  );
}

function AppPage({ type, base, extension }: { type: string; base: string; extension: Extension }) {
  const history = usePageHistory(base);
  const [module] = modulesOf(type);
  useTitle(module === undefined ? 'Not found' : moduleText(module, 'title'));
  if (module === undefined) return <NotFound what="page" />;
  return (
    <AppFrame
      module={module}
      extension={{ type, ...extension, location: window.location.href }}
      localId={localIdOf(module.key)}
      fit="room"
      title={moduleText(module, 'title')}
      history={history}
    />
  );
}
