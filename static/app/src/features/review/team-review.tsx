import Heading from '@atlaskit/heading';
import type { CycleId } from '../../../../../src/domain/ids';
import type { WorthAnswer } from '../../../../../src/contract/review-calls';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { review } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { FoundList } from './found-list';
import type { FoundKeyResult, FoundObjective, FoundTeam } from './review-team';
import styles from './review.module.css';
import { WorthForm } from './worth-form';

type Props = { of: FoundTeam; cycleId: CycleId; worth: readonly WorthAnswer[] };

/** One team's part of the report: what is found of the team, of its objectives, and of their key results. */
export function TeamReview({ of: { team, found, objectives }, cycleId, worth }: Props) {
  return (
    <section className={styles.team} aria-label={team.name}>
      <Heading size="medium" as="h2">
        {team.name}
      </Heading>
      <FoundList subject={{ kind: 'team', id: team.id, cycleId }} found={found} canEdit={team.can.edit} />
      {objectives.map((one) => (
        <ObjectiveReviewed
          key={one.objective.id}
          of={one}
          answer={worth.find(({ objectiveId }) => objectiveId === one.objective.id)}
        />
      ))}
    </section>
  );
}

function ObjectiveReviewed({ of, answer }: { of: FoundObjective; answer: WorthAnswer | undefined }) {
  const { t } = useWords();
  const { objective, found, keyResults } = of;
  const asked = found.standing.some(({ rule }) => rule === 'S4');
  return (
    <div className={styles.item} role="group" aria-label={objective.title}>
      <h3 className={styles.title}>
        <span className={styles.quiet}>{objective.key}</span>
        <PageLink quiet to={`/objectives/${objective.id}`}>
          {objective.title}
        </PageLink>
      </h3>
      <FoundList
        subject={{ kind: 'objective', id: objective.id }}
        found={found}
        canEdit={objective.can.edit}
      />
      {asked && objective.can.edit && <WorthForm objectiveId={objective.id} />}
      {!asked && answer && (
        <p className={styles.dismissed}>
          {t(review.answered, { achieved: String(answer.achieved), hurts: String(answer.hurts) })}
          {answer.note !== '' && <>“{answer.note}”</>} <Person id={answer.by} inline />
        </p>
      )}
      <div className={styles.beneath}>
        {keyResults.map((one) => (
          <KeyResultReviewed key={one.keyResult.id} of={one} />
        ))}
      </div>
    </div>
  );
}

function KeyResultReviewed({ of: { keyResult, found } }: { of: FoundKeyResult }) {
  const { t } = useWords();
  const { id, key, title, can } = keyResult;
  return (
    <div className={styles.item} role="group" aria-label={title}>
      <p className={styles.title}>
        <span className={styles.quiet}>{key}</span>
        <PageLink quiet to={keyResultPath(id)}>
          {title}
        </PageLink>
        {found.standing.length === 0 ? (
          <span className={styles.quiet}>{t(review.nothing)}</span>
        ) : (
          can.edit && (
            <PageLink to={`${keyResultPath(id)}/edit`} label={t(review.editOf, { name: key })}>
              {t(review.edit)}
            </PageLink>
          )
        )}
      </p>
      <FoundList subject={{ kind: 'key-result', id }} found={found} canEdit={can.edit} />
    </div>
  );
}
