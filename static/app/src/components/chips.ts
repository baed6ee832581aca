/**
 * For a select of several: keeps what is typed apart from the last chip's remove button, so that neither is pressed for
 * the other (WCAG 2.2, 2.5.8: 24 px around the middle of each).
 */
export const chipsApart = {
  input: <Style extends object>(css: Style) => ({ ...css, marginInlineStart: '16px' }),
};
