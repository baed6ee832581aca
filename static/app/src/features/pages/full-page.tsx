import Button from '@atlaskit/button/new';
import { lazy, Suspense } from 'react';
import { Route, Routes, useNavigate, useParams } from 'react-router';
import type { OverviewReading } from '../../../../../src/contract/calls';
import { isUuid, type ProjectId } from '../../../../../src/domain/ids';
import { EmptyState } from '../../components/empty-state';
import { Waiting } from '../../components/waiting';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { meetingPath } from '../../rpc/meeting-path';
import { PlaceRouter } from '../../rpc/place-router';
import { Overview } from '../overview/overview';
import { GoOnWithSample } from '../sample/go-on-with-sample';
import { FirstSteps } from './first-steps';
import { PageNav } from './page-nav';
import styles from './pages.module.css';

const StartPage = lazy(() => import('../start/start-page').then((m) => ({ default: m.StartPage })));
const ObjectivePage = lazy(() =>
  import('../objective/objective-page').then((m) => ({ default: m.ObjectivePage })),
);
const KeyResultRoute = lazy(() => import('./key-result-route').then((m) => ({ default: m.KeyResultRoute })));
const EditKeyResultPage = lazy(() =>
  import('../objective/edit-key-result-page').then((m) => ({ default: m.EditKeyResultPage })),
);
const MinePage = lazy(() => import('../mine/mine-page').then((m) => ({ default: m.MinePage })));
const TeamsPage = lazy(() => import('../team/teams-page').then((m) => ({ default: m.TeamsPage })));
const SamplePage = lazy(() => import('../sample/sample-page').then((m) => ({ default: m.SamplePage })));
const CyclesPage = lazy(() => import('../cycle/cycles-page').then((m) => ({ default: m.CyclesPage })));
const ClosingPage = lazy(() => import('../closing/closing-page').then((m) => ({ default: m.ClosingPage })));
const PreparationPage = lazy(() =>
  import('../preparation/preparation-page').then((m) => ({ default: m.PreparationPage })),
);
const PlanningPage = lazy(() =>
  import('../planning/planning-page').then((m) => ({ default: m.PlanningPage })),
);
const ExportPage = lazy(() => import('../export/export-page').then((m) => ({ default: m.ExportPage })));
const HistoryPage = lazy(() =>
  import('../site-history/history-page').then((m) => ({ default: m.HistoryPage })),
);
const MeetingPage = lazy(() => import('../meeting/meeting-page').then((m) => ({ default: m.MeetingPage })));
const DigestPage = lazy(() => import('../meeting/digest-page').then((m) => ({ default: m.DigestPage })));
const ImportPage = lazy(() => import('../import/import-page').then((m) => ({ default: m.ImportPage })));
const ReviewPage = lazy(() => import('../review/review-page').then((m) => ({ default: m.ReviewPage })));
const DraftPage = lazy(() => import('../draft/draft-page').then((m) => ({ default: m.DraftPage })));
const MapPage = lazy(() => import('../map/map-page').then((m) => ({ default: m.MapPage })));
const KpisPage = lazy(() => import('../kpi/kpis-page').then((m) => ({ default: m.KpisPage })));
const KpiPage = lazy(() => import('../kpi/kpi-page').then((m) => ({ default: m.KpiPage })));
const LearningPage = lazy(() =>
  import('../learning/learning-page').then((m) => ({ default: m.LearningPage })),
);

/** Everything of Waymark on one page with routes: of the whole site, or with a project's teams first. */
export function FullPage({ projectId }: { projectId: ProjectId | null }) {
  return (
    <PlaceRouter>
      <PageNav />
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route
            index
            element={
              <Overview
                projectId={projectId}
                firstSteps={<FirstSteps />}
                acts={(reading) => (
                  <>
                    <GoOnWithSample reading={reading} />
                    <div className={styles.row}>
                      <OpenMeeting reading={reading} />
                      <AddObjective reading={reading} />
                    </div>
                  </>
                )}
              />
            }
          />
          <Route path="start" element={<StartPage projectId={projectId} />} />
          <Route path="draft" element={<DraftPage />} />
          <Route path="sample" element={<SamplePage />} />
          <Route path="mine" element={<MinePage />} />
          <Route path="teams" element={<TeamsPage />} />
          <Route path="cycles" element={<CyclesPage />} />
          <Route path="cycles/:id/close" element={<Closing />} />
          <Route path="cycles/:id/prepare" element={<Preparation />} />
          <Route path="check-in" element={<MeetingPage projectId={projectId} />} />
          <Route path="check-in/digests/:id" element={<DigestRoute />} />
          <Route path="planning" element={<PlanningPage projectId={projectId} />} />
          <Route path="review" element={<ReviewPage />} />
          <Route path="map" element={<MapPage />} />
          <Route path="kpis" element={<KpisPage />} />
          <Route path="kpis/:id" element={<Kpi />} />
          <Route path="learning" element={<LearningPage />} />
          <Route path="export" element={<ExportPage />} />
          <Route path="history" element={<HistoryPage />} />
          <Route path="import" element={<ImportPage />} />
          <Route path="objectives/:id" element={<ObjectiveRoute />} />
          <Route path="key-results/:id" element={<KeyResult />} />
          <Route path="key-results/:id/edit" element={<EditKeyResult />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </PlaceRouter>
  );
}

/** To the team's check-in in one press. */
function OpenMeeting({ reading }: { reading: OverviewReading }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { objectives, teamId, cycleId } = reading;
  if (objectives.length === 0) return null;
  return <Button onClick={() => void navigate(meetingPath(teamId, cycleId))}>{t(pages.checkIn)}</Button>;
}

function AddObjective({ reading }: { reading: OverviewReading }) {
  const { t } = useWords();
  const navigate = useNavigate();
  if (!reading.me.canAddTeam && !reading.teams.some(({ can }) => can.addObjective)) return null;
  return (
    <Button appearance="primary" onClick={() => void navigate(startPath(reading))}>
      {t(pages.addObjective)}
    </Button>
  );
}

/** Where one writes for the team and the cycle on the screen. */
function startPath({ teamId, cycleId }: OverviewReading): string {
  const params = new URLSearchParams();
  if (teamId !== null) params.set('team', teamId);
  if (cycleId !== null) params.set('cycle', cycleId);
  return `/start?${params.toString()}`;
}

function ObjectiveRoute() {
  const { id } = useParams();
  return isUuid<'objective'>(id) ? <ObjectivePage id={id} /> : <NotFound />;
}

function Closing() {
  const { id } = useParams();
  return isUuid<'cycle'>(id) ? <ClosingPage cycleId={id} /> : <NotFound />;
}

function Preparation() {
  const { id } = useParams();
  return isUuid<'cycle'>(id) ? <PreparationPage cycleId={id} /> : <NotFound />;
}

function DigestRoute() {
  const { id } = useParams();
  return isUuid<'digest'>(id) ? <DigestPage id={id} /> : <NotFound />;
}

function KeyResult() {
  const { id } = useParams();
  return isUuid<'key-result'>(id) ? <KeyResultRoute id={id} /> : <NotFound />;
}

function Kpi() {
  const { id } = useParams();
  return isUuid<'kpi'>(id) ? <KpiPage id={id} /> : <NotFound />;
}

function EditKeyResult() {
  const { id } = useParams();
  return isUuid<'key-result'>(id) ? <EditKeyResultPage id={id} /> : <NotFound />;
}

function NotFound() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <main className={styles.page}>
      <EmptyState
        title={t(pages.notFound)}
        action={<Button onClick={() => void navigate('/')}>{t(pages.back)}</Button>}
      >
        {null}
      </EmptyState>
    </main>
  );
}
