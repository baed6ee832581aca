import { Checkbox } from '@atlaskit/checkbox';
import { useQuery } from '@tanstack/react-query';
import type { Rules } from '../../../../../src/domain/rules';
import { Choice } from '../../components/choice';
import { LongText } from '../../components/long-text';
import { judging as texts } from '../../messages/en/judging';
import { useWords } from '../../messages/use-words';
import { waysToClose } from '../../rpc/jira-close';
import type { Issue } from '../../rpc/jira-shapes';
import { chosenWay, type JiraDraft } from './jira-draft';
import styles from './judge.module.css';

type Props = {
  issue: Issue;
  rules: Rules;
  draft: JiraDraft;
  change: (part: Partial<JiraDraft>) => void;
  /** Something is missing, and saving was tried. */
  tried: boolean;
};

/** The ways to close an issue; asked for when somebody wants to stop its work. */
export const waysQuery = (issue: Issue) => ({
  queryKey: ['jira', 'ways-to-close', issue.id],
  queryFn: () => waysToClose(issue.id),
});

/** Commenting on the issue of stopped work and closing it, as the person who stops it, if they ask for it. */
export function JiraStopFields({ issue, rules, draft, change, tried }: Props) {
  const { t } = useWords();
  const { key } = issue;
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{t(texts.jira)}</legend>
      <Checkbox
        label={t(texts.comment, { key })}
        isChecked={draft.comment}
        onChange={() => change({ comment: !draft.comment })}
      />
      {draft.comment && (
        <div className={styles.under}>
          <LongText
            label={t(texts.commentText)}
            error={tried && draft.text.trim() === '' ? t(texts.commentMissing) : null}
            value={draft.text}
            onText={(text) => change({ text })}
          />
        </div>
      )}
      {issue.category === 'done' ? (
        <p className={styles.quiet}>{t(texts.alreadyClosed, { key })}</p>
      ) : (
        <CloseFields issue={issue} rules={rules} draft={draft} change={change} tried={tried} />
      )}
    </fieldset>
  );
}

function CloseFields({ issue, rules, draft, change, tried }: Props) {
  const { t } = useWords();
  const { key } = issue;
  const ways = useQuery(waysQuery(issue));
  if (ways.isPending) return <p className={styles.quiet}>{t(texts.looking)}</p>;
  if (ways.isError) return <p className={styles.quiet}>{t(texts.notAsked)}</p>;
  const chosen = chosenWay(draft, ways.data, rules.notDelivered);
  if (chosen === null) return <p className={styles.quiet}>{t(texts.noWay, { key })}</p>;
  const { way, resolutionId } = chosen;
  return (
    <>
      <Checkbox
        label={t(texts.close, { key })}
        isChecked={draft.close}
        onChange={() => change({ close: !draft.close })}
      />
      {draft.close && (
        <div className={styles.under}>
          {ways.data.length > 1 && (
            <Choice
              label={t(texts.closeAs)}
              value={way.transitionId}
              options={ways.data.map((one) => ({ value: one.transitionId, label: one.status }))}
              onChoose={(transitionId) => change({ transitionId, resolutionId: null })}
            />
          )}
          {way.resolutions.length > 0 && (
            <Choice
              label={t(texts.resolution)}
              error={tried && resolutionId === null ? t(texts.resolutionMissing) : null}
              value={resolutionId}
              options={way.resolutions.map(({ id, name }) => ({ value: id, label: name }))}
              onChoose={(id) => change({ resolutionId: id })}
            />
          )}
        </div>
      )}
    </>
  );
}
