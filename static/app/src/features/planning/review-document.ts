/** The result of a review, once, for a page and for a text. */

/** A heading with the lines beneath it. */
export type Part = { heading: string; lines: string[] };

/** As plain text: headings, and a dash before each line. */
export function textOf(title: string, parts: readonly Part[], link: string): string {
  return [
    title,
    ...parts.map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join('\n')),
    ...(link === '' ? [] : [link]),
  ].join('\n\n');
}

/** In Atlassian's document format, with the link to the review at the end. */
export function documentOf(parts: readonly Part[], link: { href: string; text: string } | null) {
  const text = (words: string) => ({ type: 'text', text: words });
  const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] });
  return {
    version: 1,
    type: 'doc',
    content: [
      ...parts.flatMap(({ heading, lines }) => [
        { type: 'heading', attrs: { level: 2 }, content: [text(heading)] },
        {
          type: 'bulletList',
          content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })),
        },
      ]),
      ...(link === null
        ? []
        : [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: link.text, marks: [{ type: 'link', attrs: { href: link.href } }] },
              ],
            },
          ]),
    ],
  };
}
