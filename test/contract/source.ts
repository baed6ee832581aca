import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { z } from 'zod';
import { filesUnder } from '../../scripts/gates/repo-files';
import { root } from './temp-app';

const moduleEntry = z.object({
  key: z.string(),
  /** Of functions only. */
  handler: z.string().optional(),
  resource: z.string().optional(),
  resolver: z.object({ function: z.string() }).optional(),
  config: z.union([z.boolean(), z.object({ resource: z.string().optional() })]).optional(),
});

const manifestSchema = z.object({ modules: z.record(z.string(), z.array(moduleEntry)) });

/** Every module of manifest.yml with its type, as far as the code has to agree with it. */
export function manifestModules(): (z.output<typeof moduleEntry> & { type: string })[] {
  const { modules } = manifestSchema.parse(parse(readFileSync(path.join(root, 'manifest.yml'), 'utf8')));
  return Object.entries(modules).flatMap(([type, list]) => list.map((entry) => ({ type, ...entry })));
}

/** A source file of this repository as TypeScript's parser sees it. */
export function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** All nodes of a file, outermost first. */
export function nodesOf(file: ts.SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}

/** Every string written in the TypeScript files under `folder`, keys of object literals included. */
export function stringsUnder(folder: string): { file: string; text: string }[] {
  return filesUnder(root, folder, /\.tsx?$/).flatMap((file) =>
    nodesOf(parsed(file))
      .filter((node) => ts.isStringLiteralLike(node))
      .map((node) => ({ file, text: node.text })),
  );
}

/** The names a module exports, types left out. `*` stands for a re-export of everything. */
export function exportsOf(file: string): string[] {
  const isExported = (node: ts.Statement): boolean =>
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return parsed(file).statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return ['default'];
    if (ts.isExportDeclaration(statement)) {
      if (statement.isTypeOnly) return [];
      const clause = statement.exportClause;
      if (clause === undefined || ts.isNamespaceExport(clause)) return ['*'];
      return clause.elements.filter((element) => !element.isTypeOnly).map((element) => element.name.text);
    }
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
    }
    if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? 'default'];
    return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ? [] : ['?'];
  });
}
