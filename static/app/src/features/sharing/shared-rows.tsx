import Lozenge from '@atlaskit/lozenge';
import { useId } from 'react';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import { ConfidenceMark } from '../../components/confidence-mark';
import { FreshnessMark } from '../../components/freshness-mark';
import { OutcomeLine } from '../../components/outcome-line';
import { Owner } from '../../components/owner';
import { PageLink } from '../../components/page-link';
import { sharing as texts } from '../../messages/en/sharing';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import rows from '../overview/overview.module.css';
import type { SharedKeyResult } from './shared-beneath';
import styles from './sharing.module.css';
import { TakeAway } from './take-away';

type Props = {
  items: SharedKeyResult[];
  beneath: ObjectiveReading;
  /** They can be taken away here. */
  withActs?: boolean;
};

/** Key results of other teams beneath an objective: each with its three signals, none in its roll-up (design §3.5). */
export function SharedRows({ items, beneath, withActs = false }: Props) {
  const { t } = useWords();
  const noteId = useId();
  if (items.length === 0) return null;
  return (
    <div className={styles.shared}>
      <p id={noteId} className={styles.note}>
        {t(texts.beneath)}
      </p>
      <ul className={rows.rows} aria-labelledby={noteId}>
        {items.map((item) => (
          <SharedRow key={item.sharing.id} item={item} beneath={beneath} withActs={withActs} />
        ))}
      </ul>
    </div>
  );
}

type RowProps = { item: SharedKeyResult; beneath: ObjectiveReading; withActs: boolean };

function SharedRow({ item: { sharing, of }, beneath, withActs }: RowProps) {
  const { t } = useWords();
  const { keyResult, objective: home, standing, today } = of;
  return (
    <li className={rows.row}>
      <div className={rows.what}>
        <p className={rows.title}>
          <span className={rows.key}>{keyResult.key}</span>
          <PageLink quiet to={keyResultPath(keyResult.id)}>
            {keyResult.title}
          </PageLink>
        </p>
        <p className={styles.line}>
          <Lozenge maxWidth="100%">{t(texts.by, { team: home.team.name })}</Lozenge>
          {home.cycle.id !== beneath.cycle.id && (
            <span className={styles.quiet}>{t(texts.inCycle, { cycle: home.cycle.name })}</span>
          )}
        </p>
        <Owner of={keyResult} lead={home.team.lead} />
      </div>
      <OutcomeLine of={of} />
      <div className={rows.signals}>
        <ConfidenceMark standing={standing} today={today} />
        <FreshnessMark freshness={standing.freshness.value} today={today} />
      </div>
      {withActs ? <TakeAway sharing={sharing} keyResult={keyResult} objective={beneath} /> : <span />}
    </li>
  );
}
