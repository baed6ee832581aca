/** Which use case answers which call. A call without one does not compile. */
import type { CallName, Output, Parsed } from '../contract/calls';
import type { Result } from '../contract/result';
import { readMap } from '../usecases/alignment/read-map';
import { readObjective } from '../usecases/alignment/read-objective';
import { searchParents } from '../usecases/alignment/search-parents';
import { serveObjective } from '../usecases/alignment/serve-objective';
import { readMacro } from '../usecases/macro/read-macro';
import { searchShows } from '../usecases/macro/search-shows';
import { readPanel } from '../usecases/panel/read-panel';
import { importCheckIns } from '../usecases/check-in/import-check-ins';
import { recordCheckIn } from '../usecases/check-in/record-check-in';
import { listClosing } from '../usecases/closing/list-closing';
import { readClosing } from '../usecases/closing/read-closing';
import { readLearnings } from '../usecases/closing/read-learnings';
import { confirmObjective } from '../usecases/closing/confirm-objective';
import { saveRetrospective } from '../usecases/closing/save-retrospective';
import { scoreKeyResult } from '../usecases/closing/score-key-result';
import { countFor } from '../usecases/counting/count-for';
import { createCycle } from '../usecases/cycle/create-cycle';
import { editCycle } from '../usecases/cycle/edit-cycle';
import { setCyclePhase } from '../usecases/cycle/set-cycle-phase';
import type { Dependencies } from '../usecases/dependencies';
import { answerDependency } from '../usecases/dependency/answer-dependency';
import { askTeam } from '../usecases/dependency/ask-team';
import { withdrawDependency } from '../usecases/dependency/withdraw-dependency';
import { showUnder } from '../usecases/sharing/show-under';
import { readDirectory } from '../usecases/directory/read-directory';
import { acknowledgeInitiatives } from '../usecases/initiative/acknowledge-initiatives';
import { attachIssues } from '../usecases/initiative/attach-issues';
import { detachInitiative } from '../usecases/initiative/detach-initiative';
import { editInitiative } from '../usecases/initiative/edit-initiative';
import { judgeInitiative } from '../usecases/initiative/judge-initiative';
import { reattachInitiative } from '../usecases/initiative/reattach-initiative';
import { setLive } from '../usecases/initiative/set-live';
import { createKeyResult } from '../usecases/key-result/create-key-result';
import { editKeyResult } from '../usecases/key-result/edit-key-result';
import { readKeyResult } from '../usecases/key-result/read-key-result';
import { searchKeyResults } from '../usecases/key-result/search-key-results';
import { setKeyResultRemoved } from '../usecases/key-result/set-key-result-removed';
import { correctKpi } from '../usecases/kpi/correct-kpi';
import { createKpi } from '../usecases/kpi/create-kpi';
import { editKpi } from '../usecases/kpi/edit-kpi';
import { listKpis } from '../usecases/kpi/list-kpis';
import { readKpi } from '../usecases/kpi/read-kpi';
import { recordKpi } from '../usecases/kpi/record-kpi';
import { setKpiRemoved } from '../usecases/kpi/set-kpi-removed';
import { readExport } from '../usecases/export/read-export';
import { readSiteHistory } from '../usecases/history/read-site-history';
import { readLearning } from '../usecases/learning/read-learning';
import { readMine } from '../usecases/mine/read-mine';
import { createObjective } from '../usecases/objective/create-objective';
import { editObjective } from '../usecases/objective/edit-objective';
import { setObjectiveRemoved } from '../usecases/objective/set-objective-removed';
import { editOutsideEvent } from '../usecases/outside-event/edit-outside-event';
import { markOutsideEvent } from '../usecases/outside-event/mark-outside-event';
import { setOutsideEventRemoved } from '../usecases/outside-event/set-outside-event-removed';
import { readOverview } from '../usecases/overview/read-overview';
import { answerWorth } from '../usecases/review/answer-worth';
import { dismissFinding } from '../usecases/review/dismiss-finding';
import { readFindings } from '../usecases/review/read-findings';
import { readReview } from '../usecases/review/read-review';
import { correctCheckIn } from '../usecases/measuring/correct-check-in';
import { previewSource } from '../usecases/measuring/preview-source';
import { saveSource } from '../usecases/measuring/save-source';
import { giveRecognition } from '../usecases/meeting/give-recognition';
import { keepDigest } from '../usecases/meeting/keep-digest';
import { readAlone } from '../usecases/meeting/read-alone';
import { readDigest } from '../usecases/meeting/read-digest';
import { readMeeting } from '../usecases/meeting/read-meeting';
import { sayFollowUp } from '../usecases/meeting/say-follow-up';
import { takeBackRecognition } from '../usecases/meeting/take-back-recognition';
import { readPlanning } from '../usecases/planning/read-planning';
import { listPreparation } from '../usecases/preparation/list-preparation';
import { readPreparation } from '../usecases/preparation/read-preparation';
import { readHistory } from '../usecases/history/read-history';
import { chooseReminders } from '../usecases/reminder/choose-reminders';
import { markRunWork } from '../usecases/run-work/mark-run-work';
import { readSettings } from '../usecases/settings/read-settings';
import { saveSettings } from '../usecases/settings/save-settings';
import { createTeam } from '../usecases/team/create-team';
import { describeTeam } from '../usecases/team/describe-team';
import { editTeam } from '../usecases/team/edit-team';
import { setTeamArchived } from '../usecases/team/set-team-archived';

/** One call's use case: one act or one view. */
export type Handler<N extends CallName> = (
  deps: Dependencies,
  input: Parsed<N>,
) => Promise<Result<Output<N>>>;

export const handlers: { [N in CallName]: Handler<N> } = {
  'overview.read': readOverview,
  'directory.read': readDirectory,
  'team.create': createTeam,
  'team.edit': editTeam,
  'team.set-archived': setTeamArchived,
  'team.describe': describeTeam,
  'cycle.create': createCycle,
  'cycle.edit': editCycle,
  'cycle.set-phase': setCyclePhase,
  'objective.create': createObjective,
  'objective.edit': editObjective,
  'objective.set-removed': setObjectiveRemoved,
  'key-result.create': createKeyResult,
  'key-result.edit': editKeyResult,
  'key-result.set-removed': setKeyResultRemoved,
  'key-result.read': readKeyResult,
  'key-result.search': searchKeyResults,
  'check-in.record': recordCheckIn,
  'check-in.import': importCheckIns,
  'check-in.correct': correctCheckIn,
  'number-source.save': saveSource,
  'number-source.preview': previewSource,
  'kpi.create': createKpi,
  'kpi.edit': editKpi,
  'kpi.set-removed': setKpiRemoved,
  'kpi.record': recordKpi,
  'kpi.correct': correctKpi,
  'kpi.list': listKpis,
  'kpi.read': readKpi,
  'panel.read': readPanel,
  'initiative.attach': attachIssues,
  'initiative.detach': detachInitiative,
  'initiative.reattach': reattachInitiative,
  'initiative.edit': editInitiative,
  'initiative.set-live': setLive,
  'initiative.acknowledge': acknowledgeInitiatives,
  'initiative.judge': judgeInitiative,
  'outside-event.mark': markOutsideEvent,
  'outside-event.edit': editOutsideEvent,
  'outside-event.set-removed': setOutsideEventRemoved,
  'meeting.read': readMeeting,
  'meeting.alone': readAlone,
  'digest.keep': keepDigest,
  'digest.read': readDigest,
  'follow-up.say': sayFollowUp,
  'recognition.give': giveRecognition,
  'recognition.take-back': takeBackRecognition,
  'planning.read': readPlanning,
  'run-work.mark': markRunWork,
  'review.read': readReview,
  'finding.read': readFindings,
  'finding.dismiss': dismissFinding,
  'finding.answer': answerWorth,
  'closing.list': listClosing,
  'closing.read': readClosing,
  'closing.learnings': readLearnings,
  'key-result.score': scoreKeyResult,
  'objective.confirm': confirmObjective,
  'retrospective.save': saveRetrospective,
  'preparation.list': listPreparation,
  'preparation.read': readPreparation,
  'history.read': readHistory,
  'key-result.count-for': countFor,
  'objective.read': readObjective,
  'objective.serve': serveObjective,
  'objective.search-parents': searchParents,
  'map.read': readMap,
  'dependency.ask': askTeam,
  'dependency.answer': answerDependency,
  'dependency.withdraw': withdrawDependency,
  'key-result.show-under': showUnder,
  'mine.read': readMine,
  'export.read': readExport,
  'site-history.read': readSiteHistory,
  'reminder.choose': chooseReminders,
  'learning.read': readLearning,
  'macro.search': searchShows,
  'macro.read': readMacro,
  'settings.read': readSettings,
  'settings.save': saveSettings,
};
