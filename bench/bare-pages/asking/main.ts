/**
 * The least page of a Forge app that shows what is stored: it takes on the theme, asks where it is, asks the backend once
 * for what the issue panel asks for too, and shows a word of the answer. No cache, no language, no rules.
 */
import { view } from '@forge/bridge';
import { placeOf } from '../../../static/app/src/boot/place';
import { call } from '../../../static/app/src/rpc/call';
import { show } from '../parts';

async function start(): Promise<void> {
  void view.theme.enable();
  const { issue } = placeOf({ ...(await view.getContext()) });
  if (issue === null) throw new Error('This page belongs into the panel of an issue.');
  const answer = await call('panel.read', { issueId: issue.id, ancestorIds: [] });
  if (!answer.ok) throw new Error(answer.refusal.message);
  show(answer.value.objectives[0]?.keyResults[0]?.title ?? '');
}

void start();
