import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { PreparationReading } from '../../../../../src/contract/preparation-calls';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { missingOf, type Drafted, type Missing } from '../../../../../src/domain/preparation';
import { todayIn, usePlace } from '../../boot/place-context';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { overview } from '../../messages/en/overview';
import { preparation as texts } from '../../messages/en/preparation';
import { useWords } from '../../messages/use-words';
import { preparationPath } from '../../rpc/preparation-path';
import { keyResultPath } from '../../rpc/product-events';
import { useCall } from '../../rpc/use-call';
import { BesideLearnings } from '../closing/learnings';
import { sayCountdown } from '../cycle/say-countdown';
import pages from '../pages/pages.module.css';
import { DraftFindings } from './draft-findings';
import { lackTexts } from './say-lacks';
import styles from './preparation.module.css';

/** One team's draft: what is missing with the way to mend it, what the review finds, and the last cycle's learnings beside. */
export function TeamPreparation({ cycleId, teamId }: { cycleId: CycleId; teamId: TeamId }) {
  const reading = useCall('preparation.read', { cycleId, teamId });
  return <Read reading={reading}>{(value) => <Draft reading={value} />}</Read>;
}

/** The draft as the domain asks for it. */
function draftedOf({ team, objectives }: PreparationReading): Drafted {
  return {
    lead: team.lead,
    objectives: objectives.map(({ id, owner, ownerLeft, why, keyResults }) => ({
      id,
      owner,
      ownerLeft,
      hasWhy: why.trim() !== '',
      keyResults: keyResults.map(({ id: keyResultId, owner: by, ownerLeft: left, definition }) => ({
        id: keyResultId,
        owner: by,
        ownerLeft: left,
        hasTarget: definition.metric.kind !== 'not-measurable-yet',
        hasSource: definition.definition.trim() !== '',
      })),
    })),
  };
}

function Draft({ reading }: { reading: PreparationReading }) {
  const words = useWords();
  const { t } = words;
  const { timeZone } = usePlace();
  const { team, cycle, objectives } = reading;
  const missing = missingOf(draftedOf(reading));
  const names = { team: team.name, cycle: cycle.name };
  return (
    <>
      <p>
        <PageLink to={preparationPath(cycle.id, null)}>{t(texts.allTeams)}</PageLink>
      </p>
      <div className={pages.what}>
        <div className={pages.row}>
          <Heading size="large" as="h1">
            {t(texts.teamTitle, names)}
          </Heading>
          <Lozenge>{t(overview[cycle.phase])}</Lozenge>
        </div>
        <p className={styles.countdown}>
          {cycle.name} {sayCountdown(cycle, todayIn(timeZone), words)}.
        </p>
      </div>
      <BesideLearnings before={reading.before}>
        <section className={styles.section} aria-label={t(texts.missing)}>
          <h2 className={styles.heading}>{t(texts.missing)}</h2>
          {missing.length === 0 ? (
            <p role="status">{t(texts.nothing, names)}</p>
          ) : (
            <ul>
              {missing.map((one) => (
                <MissingLine
                  key={`${one.keyResultId ?? one.objectiveId ?? ''} ${one.lack}`}
                  missing={one}
                  reading={reading}
                />
              ))}
            </ul>
          )}
        </section>
        {objectives.length > 0 && <DraftFindings reading={reading} />}
      </BesideLearnings>
    </>
  );
}

/** Where the team writes its draft. */
const draftPath = ({ team, cycle }: PreparationReading) => `/draft?team=${team.id}&cycle=${cycle.id}`;

type LineProps = { missing: Missing; reading: PreparationReading };

function MissingLine({ missing, reading }: LineProps) {
  const { t } = useWords();
  const { objectives, team } = reading;
  const objective = objectives.find(({ id }) => id === missing.objectiveId);
  const keyResult = objective?.keyResults.find(({ id }) => id === missing.keyResultId);
  const of = keyResult ?? objective;
  return (
    <li className={pages.line}>
      <div className={pages.what}>
        {of && (
          <span>
            <span className={pages.quiet}>{of.key}</span> {of.title}
          </span>
        )}
        <span className={pages.quiet}>{t(lackTexts[missing.lack])}</span>
      </div>
      <div className={pages.row}>
        {missing.owes === null ? <span>{t(texts.noLead)}</span> : <Person id={missing.owes} />}
        {objective === undefined ? (
          team.can.addObjective && (
            <PageLink to={draftPath(reading)} label={t(texts.writeOf, { team: team.name })}>
              {t(texts.write)}
            </PageLink>
          )
        ) : (
          <Mend missing={missing} objective={objective} draft={draftPath(reading)} />
        )}
      </div>
    </li>
  );
}

type MendProps = { missing: Missing; objective: ObjectiveReading; draft: string };

/** The way to where it is mended, for those who may. */
function Mend({ missing, objective, draft }: MendProps) {
  const { t } = useWords();
  const keyResult = objective.keyResults.find(({ id }) => id === missing.keyResultId);
  if (keyResult) {
    if (!keyResult.can.edit) return null;
    return (
      <PageLink to={`${keyResultPath(keyResult.id)}/edit`} label={t(texts.mendOf, { key: keyResult.key })}>
        {t(texts.mend)}
      </PageLink>
    );
  }
  if (!objective.can.edit) return null;
  const adds = missing.lack === 'key-results';
  return (
    <PageLink
      to={adds ? draft : `/objectives/${objective.id}`}
      label={t(adds ? texts.addKeyResultOf : texts.mendOf, { key: objective.key })}
    >
      {t(adds ? texts.addKeyResult : texts.mend)}
    </PageLink>
  );
}
