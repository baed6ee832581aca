import type { IssueId } from '../../../../src/domain/ids';
import { loose } from '../boot/place';
import { askJira, JiraError } from './jira';
import { textDocument } from './text-document';

/** A way to close an issue that its workflow offers the viewer. */
export type WayToClose = {
  transitionId: string;
  /** Name of the status it leads to. */
  status: string;
  /** Resolutions to choose from; [] where the way asks for none. */
  resolutions: { id: string; name: string }[];
};

/** What became of an act on an issue. `unheard`: Jira did not say, and it may have been done. */
export type JiraOutcome = { kind: 'done' } | { kind: 'refused'; detail: string } | { kind: 'unheard' };

/**
 * The ways to close an issue, as the viewer. Those whose screen asks for more than a resolution are left out: they
 * need Jira's own dialog. Throws JiraError.
 */
export async function waysToClose(id: IssueId): Promise<WayToClose[]> {
  const { transitions } = loose(
    await askJira(`/rest/api/3/issue/${id}/transitions?expand=transitions.fields`),
  );
  return (Array.isArray(transitions) ? transitions : []).flatMap((value: unknown) => {
    const { id: transitionId, to, fields } = loose(value);
    const { name, statusCategory } = loose(to);
    if (typeof transitionId !== 'string' || typeof name !== 'string') return [];
    if (loose(statusCategory).key !== 'done') return [];
    const { resolution, ...others } = loose(fields);
    const asksMore = Object.values(others).some((field) => {
      const { required, hasDefaultValue } = loose(field);
      return required === true && hasDefaultValue !== true;
    });
    return asksMore ? [] : [{ transitionId, status: name, resolutions: resolutionsOf(resolution) }];
  });
}

function resolutionsOf(field: unknown): WayToClose['resolutions'] {
  const { allowedValues } = loose(field);
  return (Array.isArray(allowedValues) ? allowedValues : []).flatMap((value: unknown) => {
    const { id, name } = loose(value);
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}

/** Comments on an issue as the viewer. Not safe to repeat: Jira keeps both. */
export async function commentOn(id: IssueId, text: string): Promise<JiraOutcome> {
  return outcomeOf(askJira(`/rest/api/3/issue/${id}/comment`, { body: textDocument(text) }));
}

/** Closes an issue as the viewer; `resolutionId` null where the way asks for none. */
export async function closeIssue(
  id: IssueId,
  transitionId: string,
  resolutionId: string | null,
): Promise<JiraOutcome> {
  return outcomeOf(
    askJira(`/rest/api/3/issue/${id}/transitions`, {
      transition: { id: transitionId },
      ...(resolutionId === null ? {} : { fields: { resolution: { id: resolutionId } } }),
    }),
  );
}

async function outcomeOf(asked: Promise<unknown>): Promise<JiraOutcome> {
  try {
    await asked;
    return { kind: 'done' };
  } catch (error) {
    const heard = error instanceof JiraError && error.status < 500 && error.status !== 408;
    if (heard) return { kind: 'refused', detail: error.detail };
    console.error(error);
    return { kind: 'unheard' };
  }
}
