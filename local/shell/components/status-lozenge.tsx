import Lozenge from '@atlaskit/lozenge';
import type { Status } from '../api/jira';

const appearances = new Map([
  ['new', 'default'],
  ['indeterminate', 'inprogress'],
  ['done', 'success'],
] as const);

/** A status in the colour of its category. */
export function StatusLozenge({ status }: { status: Status }) {
  return <Lozenge appearance={statusAppearance(status)}>{status.name}</Lozenge>;
}

export function statusAppearance(status: Status): 'default' | 'inprogress' | 'success' {
  const key = status.statusCategory.key;
  if (key === 'new' || key === 'indeterminate' || key === 'done') return appearances.get(key) ?? 'default';
  return 'default';
}
