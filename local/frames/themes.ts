import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';
import { getThemeStyles } from '@atlaskit/tokens/get-theme-styles';
import type { FastifyInstance } from 'fastify';
import { themeFolder } from './theme-names';

// Atlaskit asks for feature gates; there are none here, and it logs an error unless somebody says so.
setBooleanFeatureFlagResolver(() => false);

/** Serves Atlaskit's design tokens as stylesheets, as Forge's host appends them to a frame. */
export async function registerThemes(app: FastifyInstance): Promise<void> {
  const styles = await getThemeStyles({
    colorMode: 'auto',
    contrastMode: 'no-preference',
    light: 'light',
    dark: 'dark',
  });
  const themes = new Map(styles.map(({ id, css }) => [`${id}.css`, css]));
  app.get<{ Params: { file: string } }>(`${themeFolder}/:file`, (request, reply) => {
    const css = themes.get(request.params.file);
    if (css === undefined) return reply.code(404).send('There is no such theme.');
    return reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(css);
  });
}
