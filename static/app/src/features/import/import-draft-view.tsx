import Heading from '@atlaskit/heading';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import type { AccountId } from '../../../../../src/domain/ids';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { todayIn } from '../../boot/place-context';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import type { Reading } from '../../rpc/use-call';
import { issueTypesOf } from '../../rpc/jira-create';
import pages from '../pages/pages.module.css';
import { CommitBar } from './commit-bar';
import type { FoundDocument } from './document';
import { draftOf, inCycle, withPerson, type ImportDraft } from './draft';
import { ImportRun } from './import-run';
import { IssueTargetFields } from './issue-target';
import type { ImportPlace } from './ids';
import { likelyType } from './likely-type';
import { ObjectivePreview } from './objective-preview';
import { PeopleFields } from './people-fields';
import type { Placed } from './place-step';
import { faultsOf, planOf, standingIn, type Step } from './plan';
import type { Preview } from './preview';
import { UnplacedList } from './unplaced-list';

type Props = {
  document: FoundDocument;
  place: Placed;
  /** What the team has in that cycle. */
  existing: Reading<{ objectives: ObjectiveReading[] }>;
  names: string[];
  people: ReadonlyMap<string, AccountId>;
  /** Document and place stay as they are while an import is on screen. */
  onLock: (locked: boolean) => void;
};

/** Everything a document will become, to be seen and corrected; then the import itself. */
export function ImportDraftView({ document, place, existing, names, people, onLock }: Props) {
  const { t, locale } = useWords();
  const { team, cycle } = place;
  const today = todayIn(team.timeZone);
  const [made, setDraft] = useState(() =>
    [...people].reduce(
      (now, [name, person]) => withPerson(now, document, name, person),
      draftOf(document, cycle, today, locale, {
        name: (name) => t(importing.inDocument, { name }),
        owner: (owner) => t(importing.ownerInDocument, { owner }),
      }),
    ),
  );
  const [cycleShown, setCycleShown] = useState(cycle);
  const [tried, setTried] = useState(false);
  const [underway, setUnderway] = useState<{ steps: Step[]; place: ImportPlace } | null>(null);

  if (cycleShown.id !== cycle.id) {
    setCycleShown(cycle);
    setDraft(inCycle(made, cycleShown, cycle, today));
  }

  const [ownProject] = team.projectIds;
  const suggested = useQuery({
    queryKey: ['jira', 'issue-types', ownProject ?? null],
    queryFn: () => (ownProject === undefined ? [] : issueTypesOf(ownProject)),
  });
  const type = likelyType(suggested.data ?? []);
  const draft: ImportDraft = {
    ...made,
    newIssues: made.newIssues ?? (ownProject && type ? { projectId: ownProject, typeId: type.id } : null),
  };

  const where = { teamId: team.id, cycleId: cycle.id };
  const begin = (now: typeof underway) => {
    setUnderway(now);
    onLock(now !== null);
  };
  if (underway !== null) return <ImportRun {...underway} onBack={() => begin(null)} />;
  return (
    <>
      {names.length > 0 && (
        <section className={pages.step} aria-label={t(importing.stepPeople)}>
          <Heading size="small" as="h2">
            {t(importing.stepPeople)}
          </Heading>
          <PeopleFields
            names={names}
            people={draft.people}
            project={ownProject}
            onPerson={(name, person) => setDraft((now) => withPerson(now, document, name, person))}
          />
        </section>
      )}
      {draft.initiatives.size > 0 && (
        <section className={pages.step} aria-label={t(importing.stepIssues)}>
          <Heading size="small" as="h2">
            {t(importing.stepIssues)}
          </Heading>
          <p className={pages.quiet}>{t(importing.issuesWhy)}</p>
          <IssueTargetFields
            value={draft.newIssues}
            onChoose={(newIssues) => setDraft((now) => ({ ...now, newIssues }))}
          />
        </section>
      )}
      <Heading size="medium" as="h2">
        {t(importing.stepPreview)}
      </Heading>
      <Read reading={existing} skeleton={<SkeletonLines lines={8} />}>
        {({ objectives }) => {
          const asked = { document, draft, place: where, existing: objectives, locale, today };
          const faults = faultsOf(asked);
          const steps = planOf(asked);
          const preview: Preview = {
            draft,
            change: (next) => setDraft(next),
            standing: standingIn(where, objectives),
            faultOf: (path) => (tried ? (faults.get(path) ?? null) : null),
            project: ownProject,
          };
          return (
            <>
              {document.objectives.map((objective) => (
                <ObjectivePreview key={objective.path} objective={objective} preview={preview} />
              ))}
              <UnplacedList passages={document.unplaced} />
              <CommitBar
                steps={steps}
                faults={tried ? [...faults.keys()] : []}
                onImport={() => {
                  setTried(true);
                  if (faults.size === 0) begin({ steps, place: where });
                }}
              />
            </>
          );
        }}
      </Read>
    </>
  );
}
