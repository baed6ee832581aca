import BugIcon from '@atlaskit/icon/core/bug';
import EpicIcon from '@atlaskit/icon/core/epic';
import StoryIcon from '@atlaskit/icon/core/story';
import SubtasksIcon from '@atlaskit/icon/core/subtasks';
import TaskIcon from '@atlaskit/icon/core/task';
import { token } from '@atlaskit/tokens';

/** The mark of an issue type; the name is read out, since the mark often stands alone. */
export function IssueTypeIcon({ name }: { name: string | undefined }) {
  switch (name) {
    case 'Epic':
      return <EpicIcon label="Epic" size="small" color={token('color.icon.discovery')} />;
    case 'Story':
      return <StoryIcon label="Story" size="small" color={token('color.icon.success')} />;
    case 'Bug':
      return <BugIcon label="Bug" size="small" color={token('color.icon.danger')} />;
    case 'Sub-task':
    case 'Subtask':
      return <SubtasksIcon label="Sub-task" size="small" color={token('color.icon.information')} />;
    default:
      return <TaskIcon label={name ?? 'Issue'} size="small" color={token('color.icon.information')} />;
  }
}
