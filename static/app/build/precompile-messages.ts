import { parse } from '@formatjs/icu-messageformat-parser';
import type { ESTree } from 'vite';
import type { Plugin } from 'vite';

const messageFile = /\/src\/messages\/en\/[^/]+\.ts$/;

/**
 * Replaces every text of `src/messages/en` by its parsed form. One plain file stays the source of each text, tests
 * read it as it is, and neither the parser nor an extraction step is needed in the browser.
 * Fails the build on a text that is not a single literal or not valid ICU.
 */
export function precompileMessages(): Plugin {
  return {
    name: 'waymark:precompile-messages',
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      if (!messageFile.test(id)) return null;
      const edits: { start: number; end: number; text: string }[] = [];
      for (const table of tables(this.parse(code))) {
        for (const property of table.properties) {
          if (property.type !== 'Property') throw new Error(`${id}: list every text of a table in place.`);
          const text = literal(property.value);
          if (text === null) throw new Error(`${id}: write each text as one plain literal.`);
          const parsed = JSON.stringify(parse(text.value, { captureLocation: false }));
          edits.push({ start: text.start, end: text.end, text: parsed });
        }
      }
      if (edits.length === 0) throw new Error(`${id}: no table of texts found.`);
      const compiled = edits
        .sort((a, b) => b.start - a.start)
        .reduce((out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), code);
      return { code: compiled, map: null };
    },
  };
}

/** The object literals given to `messages(…)` in a file's exports. */
function tables(program: ESTree.Program): ESTree.ObjectExpression[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    if (statement.declaration?.type !== 'VariableDeclaration') return [];
    return statement.declaration.declarations.flatMap(({ init }) => {
      if (init?.type !== 'CallExpression') return [];
      return init.arguments.flatMap((argument) => (argument.type === 'ObjectExpression' ? [argument] : []));
    });
  });
}

function literal(node: ESTree.Expression): { value: string; start: number; end: number } | null {
  if (node.type === 'Literal' && typeof node.value === 'string') {
    return { value: node.value, start: node.start, end: node.end };
  }
  const quasi = node.type === 'TemplateLiteral' ? node.quasis[0] : undefined;
  if (node.type !== 'TemplateLiteral' || node.quasis.length !== 1) return null;
  const cooked = quasi?.value.cooked;
  return typeof cooked === 'string' ? { value: cooked, start: node.start, end: node.end } : null;
}
