import Button from '@atlaskit/button/new';
import type { KeyResultReading } from '../../../../../src/contract/readings';
import { dayIn } from '../../../../../src/domain/dates';
import { sayValue } from '../../../../../src/domain/say';
import { EmptyState } from '../../components/empty-state';
import type { Stood } from '../../components/how-it-stands';
import { IssueLink } from '../../components/issue-link';
import { WorkLine } from '../../components/work-line';
import { keyResultWords as words } from '../../messages/en/key-result';
import { useWords } from '../../messages/use-words';
import { useModal } from '../../rpc/use-modal';
import { Detach } from '../initiative/detach';
import { HypothesisLine } from '../initiative/hypothesis-line';
import { LiveLine } from '../initiative/live-line';
import styles from './key-result.module.css';

/** The issues attached to a key result, with their work: apart from the outcome, and below it. */
export function Initiatives({ of }: { of: Stood }) {
  const { t } = useWords();
  const openModal = useModal();
  const { id, initiatives } = of.keyResult;
  const attach = (
    <Button onClick={() => void openModal({ surface: 'attach-many', keyResultId: id }, 'large')}>
      {t(words.attachSeveral)}
    </Button>
  );
  return (
    <section className={styles.section} aria-labelledby="initiatives">
      <div className={styles.sectionHead}>
        <h2 id="initiatives" className={styles.heading}>
          {t(words.initiatives)}
        </h2>
        {initiatives.length > 0 && attach}
      </div>
      {initiatives.length === 0 ? (
        <EmptyState title={t(words.noInitiatives)} action={attach}>
          <p>{t(words.noInitiativesWhy)}</p>
        </EmptyState>
      ) : (
        <>
          <p className={styles.quiet}>{t(words.initiativesNote)}</p>
          <ul className={styles.rows}>
            {initiatives.map((initiative) => (
              <InitiativeRow key={initiative.id} of={of} initiative={initiative} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type RowProps = { of: Stood; initiative: KeyResultReading['initiatives'][number] };

function InitiativeRow({ of, initiative }: RowProps) {
  const { t, day, locale } = useWords();
  const openModal = useModal();
  const { keyResult, objective, today } = of;
  const { unit } = keyResult.definition;
  const attachedOn = day(dayIn(objective.team.timeZone, initiative.attachedAt), today);
  const edit = initiative.can.edit
    ? () => void openModal({ surface: 'hypothesis', keyResultId: keyResult.id, initiativeId: initiative.id })
    : undefined;
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
        {initiative.can.detach && <Detach initiative={initiative} keyResultKey={keyResult.key} />}
      </div>
      <WorkLine
        work={initiative.work}
        asOf={initiative.work?.asOf ?? null}
        gone={initiative.work?.gone ?? false}
      />
      <HypothesisLine state={initiative.hypothesis} unit={unit} onEdit={edit} />
      <LiveLine initiative={initiative} today={today} canEdit={initiative.can.setLive} />
      <p className={styles.quiet}>
        {initiative.valueAtAttach === null
          ? t(words.attachedByPlain, { day: attachedOn })
          : t(words.attachedBy, { day: attachedOn, value: sayValue(initiative.valueAtAttach, unit, locale) })}
      </p>
    </li>
  );
}
