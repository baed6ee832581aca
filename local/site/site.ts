/** The local site as its services see it: its data, its time, and what the app declared in its manifest. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Clock, Json } from '../contracts';
import type { Store } from './store';

/** A value inside an issue property that the app made searchable (`jira:entityProperty`). */
export interface SearchableProperty {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  readonly alias: string | null;
}

/** A permission the app brings (`jira:globalPermission`). */
export interface AppPermission {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly grants: readonly string[];
}

/** A JQL function the app brings (`jira:jqlFunction`). */
export interface JqlFunction {
  readonly key: string;
  readonly name: string;
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  readonly operators: readonly string[];
}

export interface Declared {
  /** The uuid inside the app's id. */
  readonly appId: string;
  readonly searchable: readonly SearchableProperty[];
  readonly permissions: readonly AppPermission[];
  readonly jqlFunctions: readonly JqlFunction[];
}

export interface Site {
  readonly store: Store;
  readonly clock: Clock;
  readonly siteUrl: string;
  readonly declared: Declared;
  /** The site's time in epoch milliseconds. */
  now(): number;
  emit(name: string, body: { readonly [key: string]: Json }): void;
  /** Runs the function of the `jira:jqlFunction` module `key`; null when it did not end well. */
  callJqlFunction(key: string, payload: Json): Promise<Json | null>;
}

const manifestSchema = z.object({
  app: z.object({ id: z.string() }),
  modules: z.object({
    'jira:entityProperty': z
      .array(
        z.object({
          propertyKey: z.string(),
          entityType: z.string().default('issue'),
          values: z.array(
            z.object({
              path: z.string(),
              type: z.enum(['number', 'string', 'text', 'user', 'date']),
              searchAlias: z.string().optional(),
            }),
          ),
        }),
      )
      .default([]),
    'jira:globalPermission': z
      .array(
        z.object({
          key: z.string(),
          name: z.string(),
          description: z.string(),
          defaultGrants: z.array(z.string()).default([]),
        }),
      )
      .default([]),
    'jira:jqlFunction': z
      .array(
        z.object({
          key: z.string(),
          name: z.string(),
          arguments: z.array(z.object({ name: z.string(), required: z.boolean() })).default([]),
          operators: z.array(z.string()),
        }),
      )
      .default([]),
  }),
});

/** Reads what Jira itself needs to know of the app from manifest.yml. */
export function readDeclared(manifestFile = path.join(__dirname, '..', '..', 'manifest.yml')): Declared {
  const manifest = manifestSchema.parse(parse(readFileSync(manifestFile, 'utf8')));
  return {
    appId: manifest.app.id.split('/').at(-1) ?? '',
    searchable: manifest.modules['jira:entityProperty']
      .filter((module) => module.entityType === 'issue')
      .flatMap((module) =>
        module.values.map((value) => ({
          propertyKey: module.propertyKey,
          path: value.path,
          type: value.type,
          alias: value.searchAlias ?? null,
        })),
      ),
    permissions: manifest.modules['jira:globalPermission'].map((module) => ({
      key: module.key,
      name: module.name,
      description: module.description,
      grants: module.defaultGrants,
    })),
    jqlFunctions: manifest.modules['jira:jqlFunction'],
  };
}
