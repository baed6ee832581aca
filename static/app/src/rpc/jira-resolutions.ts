import { loose } from '../boot/place';
import { askJira } from './jira';

/** Names of the site's resolutions, as Jira orders them. Throws JiraError. */
export async function readResolutions(): Promise<string[]> {
  const reply = await askJira('/rest/api/3/resolution');
  return (Array.isArray(reply) ? reply : []).flatMap((value: unknown) => {
    const { name } = loose(value);
    return typeof name === 'string' && name !== '' ? [name] : [];
  });
}
