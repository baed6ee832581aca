import { z } from 'zod';
import { surfacePath } from '../../frames/urls';
import { appPath, settings } from '../site/settings';

const location = z.looseObject({
  target: z.string(),
  moduleKey: z.string().optional(),
  projectKey: z.string().optional(),
  issueKey: z.string().optional(),
  contentId: z.string().optional(),
  spaceKey: z.string().optional(),
  path: z.string().optional(),
});

/**
 * The site's path for a NavigationLocation (Forge docs, "router"). Throws a named error for targets the site has
 * no page for.
 */
export function pathOfTarget(data: unknown): string {
  const place = location.parse(data);
  switch (place.target) {
    case 'issue':
      return surfacePath('issue', { issueKey: required(place.issueKey, 'issueKey') });
    case 'contentView':
      return `/wiki/pages/viewpage.action?pageId=${required(place.contentId, 'contentId')}`;
    case 'spaceView':
      return surfacePath('space', { spaceKey: required(place.spaceKey, 'spaceKey') });
    case 'module':
      return modulePath(place) + (place.path ?? '');
    default:
      throw new Error(`NotModelled: navigate to ${place.target}`);
  }
}

function modulePath(place: z.infer<typeof location>): string {
  const key = required(place.moduleKey, 'moduleKey');
  const module = settings.modules.find((candidate) => candidate.key === key);
  switch (module?.type) {
    case 'jira:globalPage':
      return surfacePath('globalPage', appPath);
    case 'jira:adminPage':
      return surfacePath('adminPage', appPath);
    case 'jira:projectPage':
      return surfacePath('projectPage', { ...appPath, projectKey: required(place.projectKey, 'projectKey') });
    default:
      throw new Error(`There is no page of the module ${key}.`);
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`${name} is required for navigation`);
  return value;
}
