import { Field } from '../../components/field';
import { settingsWords } from '../../messages/en/settings';
import { useWords } from '../../messages/use-words';
import { useIssue } from '../../rpc/use-jira';
import { useIssueName } from '../../components/issue-link';
import type { IssueId } from '../../../../../src/domain/ids';
import { IssuePicker, type PickedIssue } from '../import/issue-picker';
import type { FieldsProps } from './fields-props';
import { Group } from './group';

/** The issue from which people are reminded by e-mail. */
export function ReminderFields({ draft, change, errorOf, isDisabled }: FieldsProps) {
  const { t } = useWords();
  const { mailFrom } = draft;
  return (
    <Group title={t(settingsWords.reminders)} why={t(settingsWords.remindersWhy)} isDisabled={isDisabled}>
      <Field
        label={t(settingsWords.mailFrom)}
        hint={t(settingsWords.mailFromHint)}
        error={errorOf('mailFrom')}
      >
        {(wiring) => {
          const picker = {
            ...wiring,
            takesUneditable: true,
            isDisabled,
            onChange: (issue: PickedIssue | null) => change({ mailFrom: issue?.id ?? null }),
          };
          return mailFrom === null ? (
            <IssuePicker {...picker} value={null} />
          ) : (
            <KnownIssue {...picker} issueId={mailFrom} />
          );
        }}
      </Field>
    </Group>
  );
}

type KnownProps = Omit<Parameters<typeof IssuePicker>[0], 'value'> & { issueId: IssueId };

/** The picker with the issue chosen, as the viewer sees it. */
function KnownIssue({ issueId, ...picker }: KnownProps) {
  const issue = useIssue(issueId);
  const name = useIssueName(issueId);
  const value =
    issue.state === 'seen'
      ? { id: issueId, key: issue.value.key, summary: issue.value.summary }
      : { id: issueId, key: '', summary: issue.state === 'loading' ? '' : name };
  return <IssuePicker {...picker} value={value} />;
}
