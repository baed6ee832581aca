import AsyncSelect from '@atlaskit/select/AsyncSelect';
import type { IssueId } from '../../../../../src/domain/ids';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import { editableIssues, readIssues, searchIssues } from '../../rpc/jira';
import { issueQueryOf } from '../attach/issue-query';

export type PickedIssue = { id: IssueId; key: string; summary: string };
type Option = { value: PickedIssue; label: string; isDisabled: boolean };
type Props = {
  id: string;
  value: PickedIssue | null;
  onChange: (issue: PickedIssue | null) => void;
  'aria-describedby'?: string | undefined;
  'aria-invalid': boolean;
  /** Those the viewer only sees can be chosen, too. */
  takesUneditable?: boolean;
  isDisabled?: boolean;
};

/** So many are offered: more words find the rest. */
const offered = 20;

/**
 * Finds one issue by words, key or link, as the viewer. Those the viewer may not edit are shown and cannot be chosen, unless
 * said otherwise.
 */
export function IssuePicker({
  id,
  value,
  onChange,
  takesUneditable = false,
  isDisabled: isOff = false,
  ...aria
}: Props) {
  const { t } = useWords();

  async function find(text: string): Promise<Option[]> {
    const asked = issueQueryOf(text);
    if (asked.kind === 'none') return [];
    const issues =
      asked.kind === 'keys' ? await readIssues(asked.keys) : await searchIssues(asked.jql, offered);
    const ids = issues.map((issue) => issue.id);
    const editable = takesUneditable ? new Set<string>(ids) : await editableIssues(ids);
    return issues.map(({ id: issueId, key, summary }) => {
      const label = `${key} ${summary}`;
      const isDisabled = !editable.has(issueId);
      return {
        value: { id: issueId, key, summary },
        label: isDisabled ? t(importing.cannotEdit, { issue: label }) : label,
        isDisabled,
      };
    });
  }

  return (
    <AsyncSelect<Option>
      inputId={id}
      {...(aria['aria-describedby'] === undefined ? {} : { descriptionId: aria['aria-describedby'] })}
      isInvalid={aria['aria-invalid']}
      isClearable
      isDisabled={isOff}
      cacheOptions
      menuPosition="fixed"
      placeholder={t(importing.issuePlaceholder)}
      noOptionsMessage={({ inputValue }) =>
        t(inputValue.trim() === '' ? importing.issueHint : importing.noIssue)
      }
      loadingMessage={() => t(importing.findingIssues)}
      loadOptions={find}
      getOptionValue={(option) => option.value.id}
      value={value === null ? null : { value, label: `${value.key} ${value.summary}`, isDisabled: false }}
      onChange={(option) => onChange(option?.value ?? null)}
    />
  );
}
