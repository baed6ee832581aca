import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A request to a product as it stands in the source: `path` with `*` for what is filled in, without its query. */
export interface RestCall {
  place: string;
  path: string;
  /** Undefined when the source does not say it beside the path: then every method of that path counts. */
  method: string | undefined;
}

const productPath = /^\/(rest|wiki)\//;

/** The text of a string or template with `*` for each expression in it; undefined for anything else. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `*${span.literal.text}`).join('');
}

/** The method a call names in an object literal; GET when nothing follows the path; undefined when it cannot be seen. */
function methodOf(call: ts.CallExpression, pathArgument: ts.Node): string | undefined {
  const options = call.arguments.slice(call.arguments.findIndex((argument) => argument === pathArgument) + 1);
  for (const option of options) {
    if (!ts.isObjectLiteralExpression(option)) continue;
    for (const property of option.properties) {
      if (!ts.isPropertyAssignment(property) || property.name.getText() !== 'method') continue;
      return ts.isStringLiteral(property.initializer) ? property.initializer.text : undefined;
    }
  }
  return options.length === 0 ? 'GET' : undefined;
}

/** Says in an error what was asked for; it asks for nothing itself. */
const replyReader = 'read';

/** The arguments that carry the path: itself, or every use of the constant it is given to. */
function argumentsCarrying(node: ts.Node, file: ts.SourceFile): ts.Node[] {
  const declaration = node.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return [node];
  const name = declaration.name.text;
  const uses: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && child.text === name && ts.isCallExpression(child.parent)) {
      if (child.parent.expression.getText() !== replyReader) uses.push(child);
    }
    ts.forEachChild(child, visit);
  };
  visit(file);
  return uses;
}

/**
 * Every request path written in these files, with its method. Forge's own linter reads only `requestJira(route`…`)`
 * with everything in place; Waymark's paths are written where they are used and go through one function.
 */
export function findRestCalls(appDir: string, files: readonly string[]): RestCall[] {
  const calls: RestCall[] = [];
  for (const name of files) {
    const text = readFileSync(path.join(appDir, name), 'utf8');
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const written = textOf(node);
      if (written !== undefined && productPath.test(written)) {
        const whole = ts.isTaggedTemplateExpression(node.parent) ? node.parent : node;
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const found = argumentsCarrying(whole, file).map((argument) => ({
          place: `${name}:${line}`,
          path: written.replace(/\?.*$/, ''),
          method: ts.isCallExpression(argument.parent) ? methodOf(argument.parent, argument) : undefined,
        }));
        calls.push(...found);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return calls;
}
