/** What happens to every call of the user interface, once (design §5 "Call table"). */
import { calls, type CallName, type Output, type Parsed } from '../contract/calls';
import { refuse, type Result } from '../contract/result';
import type { AccountId } from '../domain/ids';
import { PermissionUnknown } from '../policies/actor';
import type { SchemaState } from '../storage/schema-reader';
import type { Dependencies } from '../usecases/dependencies';
import { handlers, type Handler } from './handlers';

/** Calls that answer before the database is ready: the admin page shows how far it is. */
const beforeReady: ReadonlySet<CallName> = new Set(['settings.read']);

/** What the entry gives a call: who asks, where, and what use cases take. */
export type Caller = {
  accountId: AccountId;
  /** Names the installation: one warm process may serve several. */
  installation: string;
  dependencies: (accountId: AccountId, installation: string) => Dependencies;
};

/** Whether a name is one of the call table's own: `constructor` is not. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/** Installations whose database was seen ready by this process. */
const ready = new Set<string>();

/** Null when the database is ready, else how far it is. */
async function unreadyState({ installation }: Caller, { schema }: Dependencies): Promise<SchemaState | null> {
  if (ready.has(installation)) return null;
  const state = await schema.state();
  if (state.applied < state.known) return state;
  ready.add(installation);
  return null;
}

/** Parses what a caller sent; the first thing wrong becomes the refusal's sentence and field. */
function parse<N extends CallName>(name: N, payload: unknown): Result<Parsed<N>> {
  const parsed = calls[name].input.safeParse(payload);
  if (parsed.success) return { ok: true, value: parsed.data as Parsed<N> };
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  // zod's own sentences are for programmers; those of the contract are for people.
  const sentence =
    issue && isForPeople(issue.message)
      ? issue.message
      : 'This was not sent whole. Reload the page and retry.';
  return refuse('invalid', sentence, field);
}

function isForPeople(sentence: string): boolean {
  return !/^(Invalid|Too|Unrecognized|Expected|Required)\b/.test(sentence);
}

/**
 * Answers one call: known name → schema ready → parse → use case → result. Expected refusals are values;
 * anything else is logged with its cause and thrown as one sentence without it.
 */
export async function answerCall<N extends CallName>(
  name: N,
  payload: unknown,
  caller: Caller,
): Promise<Result<Output<N>>> {
  const started = Date.now();
  let outcome = 'failed';
  try {
    const deps = caller.dependencies(caller.accountId, caller.installation);
    const result = await handle(name, payload, caller, deps);
    outcome = result.ok ? 'ok' : result.refusal.code;
    return result;
  } catch (error) {
    if (error instanceof PermissionUnknown) {
      outcome = 'jira-unavailable';
      return refuse('jira-unavailable', 'Jira did not answer, so nothing was saved. Try again in a moment.');
    }
    console.error(`${name} failed`, error);
    throw new Error('Waymark could not do this just now. Nothing is lost: try again in a moment.');
  } finally {
    console.info(`${name} ${outcome} ${Date.now() - started} ms`);
  }
}

async function handle<N extends CallName>(
  name: N,
  payload: unknown,
  caller: Caller,
  deps: Dependencies,
): Promise<Result<Output<N>>> {
  const unready = beforeReady.has(name) ? null : await unreadyState(caller, deps);
  if (unready) {
    const { applied, known } = unready;
    return refuse('setting-up', `The database is being prepared: ${applied} of ${known} steps are done.`);
  }
  const input = parse(name, payload);
  if (!input.ok) return input;
  const handler: Handler<N> = handlers[name];
  return handler(deps, input.value);
}
