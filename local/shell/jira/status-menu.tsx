import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { loadTransitions, type Status } from '../api/jira';
import { StatusLozenge, statusAppearance } from '../components/status-lozenge';
import { useIssueChanges } from './issue-changes';

interface StatusMenuProps {
  issue: {
    id: string;
    key: string;
    fields: { status?: Status | undefined; project?: { id: string } | undefined };
  };
  size?: 'small' | 'large';
}

/** Ways to finish an issue without delivering it; Jira asks for them on the way to Done. */
const otherResolutions = ["Won't Do", 'Duplicate', 'Cannot Reproduce'];

/** An issue's status, and where it can go from here. */
export function StatusMenu({ issue, size = 'small' }: StatusMenuProps) {
  const [open, setOpen] = useState(false);
  const { transition } = useIssueChanges(issue);
  const transitions = useQuery({
    queryKey: ['transitions', issue.key],
    queryFn: () => loadTransitions(issue.key),
    enabled: open,
  });
  const status = issue.fields.status;
  if (status === undefined) return null;
  const toDone = transitions.data?.find(({ to }) => to.statusCategory.key === 'done');

  return (
    <DropdownMenu<HTMLButtonElement>
      isOpen={open}
      onOpenChange={({ isOpen }) => {
        setOpen(isOpen);
      }}
      isLoading={transitions.isPending}
      statusLabel="Loading what can be done"
      trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...props }) => (
        <button
          {...props}
          ref={triggerRef}
          type="button"
          className={`status-menu status-menu--${size} status-menu--${statusAppearance(status)}`}
          aria-label={`Status of ${issue.key}: ${status.name}. Change`}
        >
          {transition.isPending ? 'Moving…' : status.name}
          <ChevronDownIcon label="" size="small" />
        </button>
      )}
    >
      <DropdownItemGroup>
        {transitions.data
          ?.filter(({ to }) => to.name !== status.name)
          .map((choice) => (
            <DropdownItem
              key={choice.id}
              {...(choice.name === choice.to.name ? {} : { elemAfter: <StatusLozenge status={choice.to} /> })}
              onClick={() => {
                transition.mutate({ id: choice.id });
              }}
            >
              {choice.name === choice.to.name ? <StatusLozenge status={choice.to} /> : choice.name}
            </DropdownItem>
          ))}
      </DropdownItemGroup>
      {toDone !== undefined && (
        <DropdownItemGroup title="Close without delivering">
          {otherResolutions.map((resolution) => (
            <DropdownItem
              key={resolution}
              onClick={() => {
                transition.mutate({ id: toDone.id, resolution });
              }}
            >
              {resolution}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      )}
    </DropdownMenu>
  );
}
