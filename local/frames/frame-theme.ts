/** The site's theme as a frame must wear it: attributes of `<html>` and the token stylesheets. */
export interface FrameTheme {
  attributes: Readonly<Record<string, string>>;
  stylesheets: readonly string[];
}

/** Puts the theme on this page; resolves when its stylesheets are there, so that nothing is drawn without them. */
export async function applyTheme(theme: FrameTheme): Promise<void> {
  await Promise.all(theme.stylesheets.map(addStylesheet));
  for (const [name, value] of Object.entries(theme.attributes)) {
    document.documentElement.setAttribute(name, value);
  }
}

function addStylesheet(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`) !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => {
      resolve();
    };
    link.onerror = () => {
      reject(new Error(`The theme's stylesheet ${href} did not load.`));
    };
    document.head.append(link);
  });
}

/** Reads what the host sent. */
export function parseTheme(value: unknown): FrameTheme {
  if (typeof value === 'object' && value !== null && 'attributes' in value && 'stylesheets' in value) {
    const { attributes, stylesheets } = value;
    if (typeof attributes === 'object' && attributes !== null && Array.isArray(stylesheets)) {
      return {
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([name, text]) => [name, String(text)]),
        ),
        stylesheets: stylesheets.map(String),
      };
    }
  }
  throw new Error('The site sent a theme this page cannot read.');
}
