import { Navigate, Outlet, type RouteObject } from 'react-router';
import { TopBar } from './chrome/top-bar';
import { JiraNavigation } from './chrome/jira-navigation';
import { WikiNavigation } from './chrome/wiki-navigation';
import { HostServicesProvider } from './host/host-services';
import { BacklogPage } from './jira/backlog-page';
import { BoardPage } from './jira/board-page';
import { HomePage } from './jira/home-page';
import { AdminAppPage, GlobalAppPage, ProjectAppPage } from './jira/app-pages';
import { IssuePage } from './jira/issue-page';
import { IssueSearchPage } from './jira/issue-search-page';
import { MailPage } from './jira/mail-page';
import { NotFound } from './components/not-found';
import { PageEditor } from './confluence/page-editor';
import { PageExport } from './confluence/page-export';
import { PageRedirect } from './confluence/page-redirect';
import { PageView } from './confluence/page-view';
import { SpacePage } from './confluence/space-page';
import { WikiHome } from './confluence/wiki-home';
import { patterns } from '../frames/urls';

/** A pattern of the address table as the router writes it. */
function route(pattern: string): string {
  return pattern.replace(/\{(\w+)\}/g, ':$1');
}

function Site() {
  return (
    <HostServicesProvider>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <TopBar />
      <Outlet />
    </HostServicesProvider>
  );
}

function Jira() {
  return (
    <div className="site-body">
      <JiraNavigation />
      <main id="content" className="site-content" aria-label="Jira">
        <Outlet />
      </main>
    </div>
  );
}

function Wiki() {
  return (
    <div className="site-body">
      <WikiNavigation />
      <main id="content" className="site-content" aria-label="Confluence">
        <Outlet />
      </main>
    </div>
  );
}

/** Every page of the site. */
export const routes: RouteObject[] = [
  {
    element: <Site />,
    children: [
      {
        element: <Jira />,
        children: [
          { path: '/', element: <Navigate to={patterns.home} replace /> },
          { path: route(patterns.home), element: <HomePage /> },
          { path: route(patterns.issue), element: <IssuePage /> },
          { path: route(patterns.issueSearch), element: <IssueSearchPage /> },
          { path: route(patterns.mail), element: <MailPage /> },
          { path: '/jira/software/c/projects/:projectKey', element: <BoardPage /> },
          { path: route(patterns.board), element: <BoardPage /> },
          { path: route(patterns.backlog), element: <BacklogPage /> },
          { path: `${route(patterns.projectPage)}/*`, element: <ProjectAppPage /> },
          { path: `${route(patterns.globalPage)}/*`, element: <GlobalAppPage /> },
          { path: `${route(patterns.adminPage)}/*`, element: <AdminAppPage /> },
          { path: '*', element: <NotFound what="page" /> },
        ],
      },
      {
        element: <Wiki />,
        children: [
          { path: '/wiki', element: <Navigate to={patterns.wiki} replace /> },
          { path: route(patterns.wiki), element: <WikiHome /> },
          { path: '/wiki/pages/viewpage.action', element: <PageRedirect /> },
          { path: route(patterns.space), element: <SpacePage /> },
          { path: `${route(patterns.space)}/overview`, element: <SpacePage /> },
          { path: route(patterns.pageEdit), element: <PageEditor /> },
          { path: route(patterns.pageExport), element: <PageExport /> },
          { path: `${route(patterns.page)}/edit`, element: <PageEditor /> },
          { path: `${route(patterns.page)}/*`, element: <PageView /> },
        ],
      },
    ],
  },
];
