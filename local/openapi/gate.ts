/**
 * Holds every request and reply of the Jira and Confluence services against Atlassian's OpenAPI documents
 * (local/openapi/*.json, made by scripts/openapi-subset.ts). Design §6.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { correct } from './corrections';

const parameterSchema = z.object({
  in: z.enum(['path', 'query', 'header']),
  name: z.string(),
  required: z.boolean().optional(),
  schema: z.object({ type: z.string().optional() }).loose(),
});
const contentSchema = z.record(z.string(), z.object({ schema: z.unknown().optional() }).loose());
const operationSchema = z
  .object({
    parameters: z.array(parameterSchema).default([]),
    requestBody: z
      .object({ $ref: z.string().optional(), content: contentSchema.optional() })
      .loose()
      .optional(),
    responses: z.record(z.string(), z.object({ content: contentSchema.optional() }).loose()),
  })
  .loose();
const documentSchema = z
  .object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) })
  .loose();

/** Values of a query string after the types of the document were applied to them. */
export type QueryValue = string | number | boolean | readonly (string | number | boolean)[];
export type Query = { readonly [name: string]: QueryValue | undefined };

/** What an operation's documents allow: each check answers null, or a sentence naming what does not fit. */
export interface OperationGate {
  /** `query` as the server split it; the answer is the same with types applied, or why it does not fit. */
  query(query: { readonly [name: string]: unknown }): { ok: true; query: Query } | { ok: false; why: string };
  requestBody(body: unknown): string | null;
  reply(status: number, body: unknown): string | null;
}

/** Platform answers that may replace any documented one, and 409: Confluence's answer to a stale version number. */
const UNDOCUMENTED = new Set([401, 409, 429, 500, 501]);

function pointer(...parts: string[]): string {
  return `#/${parts.map((part) => encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'))).join('/')}`;
}

function sentence(errors: ErrorObject[] | null | undefined): string {
  return (errors ?? [])
    .slice(0, 3)
    .map((e) => {
      const extra = Object.values(e.params).map(String).join(', ');
      return `${e.instancePath || '(whole)'} ${e.message ?? 'does not fit'}${extra ? ` (${extra})` : ''}`;
    })
    .join('; ');
}

type GateOf = (method: string, route: string) => OperationGate;

const opened = new Map<string, GateOf>();

/** Opens one document of this folder, `jira` or `confluence`; once a process, for compiled checks are costly. */
export function openGate(name: 'jira' | 'confluence'): GateOf {
  const gateOf = opened.get(name) ?? readGate(name);
  opened.set(name, gateOf);
  return gateOf;
}

function readGate(name: 'jira' | 'confluence'): GateOf {
  const raw: unknown = JSON.parse(readFileSync(path.join(__dirname, `${name}.json`), 'utf8'));
  const corrected = correct(name, raw);
  const document = documentSchema.parse(corrected);
  // Documents use words ajv does not know (xml, discriminator); ownProperties, because Jira has a field `toString`.
  const options = { strict: false, allErrors: true, ownProperties: true, validateFormats: true } as const;
  const strictTypes = addFormats(new Ajv(options));
  const coercing = addFormats(new Ajv({ ...options, coerceTypes: 'array' }));
  for (const ajv of [strictTypes, coercing]) {
    ajv.addFormat('string', true);
    ajv.addSchema({ ...z.record(z.string(), z.unknown()).parse(corrected), $id: name });
  }

  const gates = new Map<string, OperationGate>();
  return (method, route) => {
    const gate = gates.get(`${method} ${route}`) ?? gateFor(method, route);
    gates.set(`${method} ${route}`, gate);
    return gate;
  };

  function gateFor(method: string, route: string): OperationGate {
    const verb = method.toLowerCase();
    const operation = document.paths[route]?.[verb];
    if (!operation)
      throw new Error(
        `local/openapi/${name}.json has no ${method} ${route}; add it to scripts/openapi-subset.ts.`,
      );
    const at = (...parts: string[]) => `${name}${pointer('paths', route, verb, ...parts)}`;
    const compiled = new Map<string, ValidateFunction>();
    const compile = (ref: string): ValidateFunction => {
      const known = compiled.get(ref) ?? strictTypes.compile({ $ref: ref });
      compiled.set(ref, known);
      return known;
    };

    const inQuery = operation.parameters.map((p, i) => ({ ...p, i })).filter((p) => p.in === 'query');
    const lists = new Set(inQuery.filter((p) => p.schema.type === 'array').map((p) => p.name));
    let queryCheck: ValidateFunction | undefined;

    const bodyRef = operation.requestBody?.$ref
      ? `${name}${operation.requestBody.$ref}/content/application~1json/schema`
      : operation.requestBody && at('requestBody', 'content', 'application/json', 'schema');

    return {
      query(query) {
        queryCheck ??= coercing.compile({
          type: 'object',
          additionalProperties: false,
          required: inQuery.filter((p) => p.required).map((p) => p.name),
          properties: Object.fromEntries(
            inQuery.map((p) => [p.name, { $ref: at('parameters', String(p.i), 'schema') }]),
          ),
        });
        // Jira and Confluence take a list both as `a=1&a=2` and as `a=1,2`.
        const split = Object.fromEntries(
          Object.entries(query).map(([key, value]) => [
            key,
            lists.has(key) && typeof value === 'string' ? value.split(',').filter(Boolean) : value,
          ]),
        );
        if (!queryCheck(split)) return { ok: false, why: `query ${sentence(queryCheck.errors)}` };
        return { ok: true, query: z.record(z.string(), queryValue).parse(split) };
      },
      requestBody(body) {
        if (bodyRef === undefined)
          return body === undefined || body === null ? null : 'a body, where the document has none';
        const check = compile(bodyRef);
        return check(body) ? null : `body ${sentence(check.errors)}`;
      },
      reply(status, body) {
        const documented = operation.responses[String(status)];
        if (!documented)
          return UNDOCUMENTED.has(status)
            ? null
            : `status ${String(status)}, which the document does not name`;
        const schema = documented.content?.['application/json']?.schema;
        if (schema === undefined) {
          // Many errors are documented without a schema; a success without one may carry anything JSON.
          return null;
        }
        const check = compile(at('responses', String(status), 'content', 'application/json', 'schema'));
        return check(body) ? null : `reply ${sentence(check.errors)}`;
      },
    };
  }
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const queryValue = z.union([scalar, z.array(scalar)]);
