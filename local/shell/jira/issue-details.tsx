import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { DatePicker } from '@atlaskit/datetime-picker';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { CreatableSelect } from '@atlaskit/select';
import { searchAssignable, type Issue } from '../api/jira';
import { PersonPicture } from '../components/person-picture';
import { formatAgo, formatMoment } from '../site/clock';
import { Collapsible } from './collapsible';
import { useIssueChanges } from './issue-changes';

/** Jira's "Details": the fields beside an issue, most of them edited in place. */
export function IssueDetails({ issue }: { issue: Issue }) {
  const { fields } = issue;
  const { edit } = useIssueChanges(issue);
  return (
    <>
      <Collapsible title="Details" startsOpen name="details">
        <dl className="details">
          <Field label="Assignee">
            <AssigneeField issue={issue} />
          </Field>
          <Field label="Reporter">
            <PersonPicture user={fields.reporter} />
          </Field>
          <Field label="Labels">
            <CreatableSelect
              key={fields.labels.join(' ')}
              label="Labels"
              isMulti
              isClearable={false}
              components={{ DropdownIndicator: null }}
              noOptionsMessage={() => 'Type a label'}
              spacing="compact"
              appearance="subtle"
              placeholder="None"
              defaultValue={fields.labels.map(asOption)}
              options={fields.labels.map(asOption)}
              onChange={(chosen) => {
                edit.mutate({ labels: chosen.map(({ value }) => value.trim().replaceAll(' ', '-')) });
              }}
            />
          </Field>
          <Field label="Priority">{fields.priority?.name ?? 'None'}</Field>
          <Field label="Due date">
            <DatePicker
              label="Due date"
              spacing="compact"
              placeholder="None"
              value={fields.duedate ?? ''}
              onChange={(day) => {
                edit.mutate({ duedate: day === '' ? null : day });
              }}
            />
          </Field>
        </dl>
      </Collapsible>
      <p className="issue__dates">
        <span>
          Created{' '}
          {fields.created === null || fields.created === undefined ? '' : formatMoment(fields.created)}
        </span>
        <span>
          Updated {fields.updated === null || fields.updated === undefined ? '' : formatAgo(fields.updated)}
        </span>
        {fields.resolutiondate !== null && fields.resolutiondate !== undefined && (
          <span>Resolved {formatMoment(fields.resolutiondate)}</span>
        )}
      </p>
    </>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="details__row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function AssigneeField({ issue }: { issue: Issue }) {
  const [open, setOpen] = useState(false);
  const { edit } = useIssueChanges(issue);
  const people = useQuery({
    queryKey: ['assignable', issue.key],
    queryFn: () => searchAssignable(issue.key, ''),
    enabled: open,
  });
  const assign = (accountId: string | null): void => {
    edit.mutate({ assignee: accountId === null ? null : { accountId } });
  };
  const { assignee } = issue.fields;
  return (
    <DropdownMenu<HTMLButtonElement>
      isOpen={open}
      onOpenChange={({ isOpen }) => {
        setOpen(isOpen);
      }}
      isLoading={people.isPending}
      trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...props }) => (
        <button
          {...props}
          ref={triggerRef}
          type="button"
          className="field-button"
          aria-label={`Assignee: ${assignee?.displayName ?? 'Unassigned'}. Change`}
        >
          <PersonPicture user={assignee} />
        </button>
      )}
    >
      <DropdownItemGroup>
        <DropdownItem
          onClick={() => {
            assign(null);
          }}
        >
          Unassigned
        </DropdownItem>
        {people.data?.map((person) => (
          <DropdownItem
            key={person.accountId}
            onClick={() => {
              assign(person.accountId);
            }}
          >
            {person.displayName}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}

function asOption(label: string): { label: string; value: string } {
  return { label, value: label };
}
