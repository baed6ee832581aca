/**
 * Tells the height of the page's content, now and whenever it changes. Like the iframe resizer of Forge's own
 * frames it measures the body with its margins, so an app whose body is as high as the frame never grows it.
 */
export function followHeight(tell: (height: number) => void): void {
  const start = (): void => {
    let last = -1;
    const measure = (): void => {
      const { bottom } = document.body.getBoundingClientRect();
      const margin = Number.parseFloat(getComputedStyle(document.body).marginBottom);
      const height = Math.ceil(bottom + window.scrollY + margin);
      if (height === last) return;
      last = height;
      tell(height);
    };
    new ResizeObserver(measure).observe(document.body);
    measure();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}

/**
 * Tells of an Escape nobody in the page wanted: keys pressed inside a frame never reach the page around it, and
 * a dialog should still close. An open menu or picker keeps its own Escape.
 */
export function forwardEscape(tell: () => void): void {
  let wantedInside = false;
  window.addEventListener(
    'keydown',
    (event) => {
      wantedInside =
        event.key !== 'Escape' ||
        document.querySelector('[aria-expanded="true"], [role="dialog"], [role="alertdialog"]') !== null;
    },
    true,
  );
  window.addEventListener('keydown', (event) => {
    if (!wantedInside && !event.defaultPrevented) tell();
  });
}
