/** Every repository, on one database. */
import { createActReader } from './change';
import { createAlignmentReader } from './alignment-reader';
import { createAlignmentRepository } from './alignment-repository';
import { createBesideMineReader } from './beside-mine-reader';
import { createBesideReader } from './beside-reader';
import { createCheckInRepository } from './check-in-repository';
import { createClosingReader } from './closing-reader';
import { createCorrectionRepository } from './correction-repository';
import { createCountsForRepository } from './counts-for-repository';
import { createCycleRepository } from './cycle-repository';
import type { Database } from './database';
import { createDepartedRepository } from './departed-repository';
import { createDigestRepository } from './digest-repository';
import { createDependencyRepository } from './dependency-repository';
import { createFindingRepository } from './finding-repository';
import { createFollowUpRepository } from './follow-up-repository';
import { createHistoryReader } from './history-reader';
import { createInitiativeRepository } from './initiative-repository';
import { createJqlReader } from './jql-reader';
import { createJudgementRepository } from './judgement-repository';
import { createKeyResultRepository } from './key-result-repository';
import { createKeyResultSearch } from './key-result-search';
import { createKpiRepository } from './kpi-repository';
import { createLearningReader } from './learning-reader';
import { createMeasuredReader } from './measured-reader';
import { createNoticeReader } from './notice-reader';
import { createNumberSourceRepository } from './number-source-repository';
import { createObjectiveRepository } from './objective-repository';
import { createMeasuringReader } from './measuring-reader';
import { createOwedReader } from './owed-reader';
import { createOkrReader } from './okr-reader';
import { createOutsideEventRepository } from './outside-event-repository';
import { createPersonalDataRepository } from './personal-data-repository';
import { createPlanningReader } from './planning-reader';
import { createPreparationReader } from './preparation-reader';
import { createRecognitionRepository } from './recognition-repository';
import { createReminderRepository } from './reminder-repository';
import { createReviewReader } from './review-reader';
import { createRetrospectiveRepository } from './retrospective-repository';
import { createRunWorkRepository } from './run-work-repository';
import { createSchemaReader } from './schema-reader';
import { createScoreRepository } from './score-repository';
import { createSharedKeyResultRepository } from './shared-key-result-repository';
import { createSettingsRepository } from './settings-repository';
import { createSiteHistoryReader } from './site-history-reader';
import { createTeamProfileRepository } from './team-profile-repository';
import { createTeamRepository } from './team-repository';
import { createWorkRepository } from './work-repository';

/** Builds the repositories that use cases take. They hold no state. */
export function createRepositories(db: Database) {
  return {
    acts: createActReader(db),
    okrs: createOkrReader(db),
    teams: createTeamRepository(db),
    measuring: createMeasuringReader(db),
    owed: createOwedReader(db),
    countsFor: createCountsForRepository(db),
    departed: createDepartedRepository(db),
    personalData: createPersonalDataRepository(db),
    teamProfiles: createTeamProfileRepository(db),
    cycles: createCycleRepository(db),
    objectives: createObjectiveRepository(db),
    keyResults: createKeyResultRepository(db),
    keyResultSearch: createKeyResultSearch(db),
    checkIns: createCheckInRepository(db),
    corrections: createCorrectionRepository(db),
    findings: createFindingRepository(db),
    review: createReviewReader(db),
    numberSources: createNumberSourceRepository(db),
    history: createHistoryReader(db),
    siteHistory: createSiteHistoryReader(db),
    notices: createNoticeReader(db),
    settings: createSettingsRepository(db),
    schema: createSchemaReader(db),
    initiatives: createInitiativeRepository(db),
    judgements: createJudgementRepository(db),
    outsideEvents: createOutsideEventRepository(db),
    planning: createPlanningReader(db),
    preparation: createPreparationReader(db),
    runWork: createRunWorkRepository(db),
    work: createWorkRepository(db),
    kpis: createKpiRepository(db),
    learning: createLearningReader(db),
    jql: createJqlReader(db),
    closing: createClosingReader(db),
    scores: createScoreRepository(db),
    retrospectives: createRetrospectiveRepository(db),
    followUps: createFollowUpRepository(db),
    digests: createDigestRepository(db),
    beside: createBesideReader(db),
    besideMine: createBesideMineReader(db),
    recognitions: createRecognitionRepository(db),
    alignments: createAlignmentRepository(db),
    alignment: createAlignmentReader(db),
    measured: createMeasuredReader(db),
    dependencies: createDependencyRepository(db),
    sharedKeyResults: createSharedKeyResultRepository(db),
    reminders: createReminderRepository(db),
  };
}

export type Repositories = ReturnType<typeof createRepositories>;
