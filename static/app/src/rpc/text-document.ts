/** Plain text in Atlassian's document format: blank lines part paragraphs. */
export function textDocument(text: string) {
  const paragraphs = text.split(/\n\s*\n/u).filter((part) => part.trim() !== '');
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((paragraph) => ({
      type: 'paragraph',
      content: paragraph
        .split('\n')
        .flatMap((line, index) => [
          ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
          ...(line === '' ? [] : [{ type: 'text', text: line }]),
        ]),
    })),
  };
}
