/** The token themes of a site, in the order they are appended. */
export const themeNames = ['light', 'dark', 'spacing', 'shape', 'typography', 'motion'] as const;

export type ColorMode = 'light' | 'dark';

export const themeFolder = '/_themes';

/** The stylesheets every page of the site and every frame with theming carries. */
export const themeStylesheets: readonly string[] = themeNames.map((name) => `${themeFolder}/${name}.css`);

/** The attributes of `<html>` that choose among them, as Atlaskit's getThemeHtmlAttrs writes them. */
export function themeAttributes(mode: ColorMode): Readonly<Record<string, string>> {
  return {
    'data-color-mode': mode,
    'data-theme': 'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography',
  };
}
