import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Notice } from '../../components/notice';
import { sample } from '../../messages/en/sample';
import { useWords } from '../../messages/use-words';
import pages from '../pages/pages.module.css';
import type { FoundInJira } from './find-in-jira';
import { lantern } from './lantern/lantern';
import type { Step, StepKind } from './step';
import type { SampleState } from './sample-state';
import styles from './sample.module.css';

type Props = {
  state: SampleState;
  /** The site has teams, and none of them is the sample's. */
  foreignTeams: boolean;
  steps: Step[];
  jira: FoundInJira;
  /** The running quarter's stories have happened. */
  told: boolean;
  onFill: () => void;
};

const youngStories = [sample.storyYoung, sample.storyTogether, sample.storyKpi, sample.storySilent];
const toldStories = [
  sample.storyFlat,
  sample.storyMoved,
  sample.storyTogether,
  sample.storyFar,
  sample.storyPace,
  sample.storyMoving,
  sample.storyKpi,
  sample.storySilent,
];

/** What filling will do, what to look for afterwards, and that there is no way back in one act. */
export function SampleOffer({ state, foreignTeams, steps, jira, told, onFill }: Props) {
  const { t, number } = useWords();
  const count = (kind: StepKind) =>
    number(steps.filter((step) => step.kind === kind).reduce((sum, { makes }) => sum + makes, 0));
  const counts = {
    teams: count('team'),
    cycles: count('cycle'),
    objectives: count('objective'),
    keyResults: count('key-result'),
    checkIns: count('check-ins'),
    kpis: count('kpi'),
  };
  return (
    <>
      {state !== 'empty' && (
        <Notice tone="info" title={t(sample.begunTitle)}>
          <p>{t(sample.begun)}</p>
        </Notice>
      )}
      {foreignTeams && (
        <Notice tone="warning" title={t(sample.hasTeams)}>
          <p>{t(sample.hasTeamsWhy)}</p>
        </Notice>
      )}
      <section className={styles.part}>
        <p>{t(sample.makes, counts)}</p>
        <p>{t(sample.asPerson)}</p>
      </section>
      <section className={styles.part} aria-labelledby="sample-stories">
        <Heading size="small" as="h2" id="sample-stories">
          {t(sample.lookForTitle)}
        </Heading>
        <ul className={styles.stories}>
          {(told ? toldStories : youngStories).map((story) => (
            <li key={story.id}>{t(story)}</li>
          ))}
        </ul>
      </section>
      <InJira jira={jira} />
      <Notice tone="warning" title={t(sample.undoTitle)}>
        <p>{t(sample.undo)}</p>
      </Notice>
      <div className={pages.row}>
        <Button appearance="primary" onClick={onFill}>
          {t(state === 'empty' ? sample.fill : sample.goOn)}
        </Button>
      </div>
    </>
  );
}

function InJira({ jira }: { jira: FoundInJira }) {
  const { t, number } = useWords();
  const wanted = lantern.objectives
    .flatMap(({ of }) => of)
    .flatMap(({ keyResults }) => keyResults)
    .flatMap(({ initiatives }) => initiatives);
  const found = wanted.filter(({ slug }) => jira.issues.get(slug)?.editable).length;
  const people = new Set(lantern.teams.flatMap(({ lead, members }) => [lead, ...members]));
  const known = [...people].filter((name) => name !== null && jira.people.has(name)).length;
  const text = found === 0 ? sample.foundNone : found === wanted.length ? sample.foundAll : sample.foundSome;
  const everybody = known === [...people].filter((name) => name !== null).length;
  return (
    <section className={styles.part} aria-labelledby="sample-jira">
      <Heading size="small" as="h2" id="sample-jira">
        {t(sample.inJira)}
      </Heading>
      <p>{t(text, { found: number(found), of: number(wanted.length) })}</p>
      {!everybody && <p>{t(sample.peopleFound, { count: known })}</p>}
    </section>
  );
}
