/**
 * What the parts of the local site say to each other. Types only, so that any part can be read alone.
 */

/** JSON as it crosses a wire. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The site's date and time. Everything on the site that asks for the time asks here, never `Date` itself. */
export interface Clock {
  /** The site's time now. */
  now(): Date;
  /** Sets the time; it runs on from there, or stands still when `fixed`. `null` returns to the machine's time. */
  set(now: Date | null, fixed?: boolean): void;
}

/**
 * Something that happened in Jira or to the app, named as in the manifest (`avi:jira:updated:issue`).
 * `body` is the payload of the Forge docs' "Jira events" page, `eventType` and `selfGenerated` included.
 */
export interface ProductEvent {
  readonly name: string;
  readonly body: { readonly [key: string]: Json };
}

/** Who made a request: the app's backend, or a page in the browser. */
export type CallOrigin = 'backend' | 'browser';

/** One SQL statement as the app sent it. `rows` is rows returned, or rows affected by a DML statement. */
export interface SqlCall {
  readonly kind: 'sql';
  readonly text: string;
  readonly params: readonly Json[];
  readonly ddl: boolean;
  readonly ms: number;
  readonly rows: number;
  readonly status: number;
  readonly origin: CallOrigin;
  readonly invocationId: string | null;
}

/** One REST call to the Jira or Confluence service. `as` is `app` or `user:<accountId>`. */
export interface RestCall {
  readonly kind: 'rest';
  readonly method: string;
  readonly path: string;
  readonly as: string;
  readonly status: number;
  readonly ms: number;
  readonly bytes: number;
  readonly origin: CallOrigin;
  readonly invocationId: string | null;
}

/** One run of a function of the app. `outcome` is `ok`, or the sentence it failed with. */
export interface InvocationCall {
  readonly kind: 'invocation';
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly call: string | null;
  readonly ms: number;
  readonly bytes: number;
  readonly outcome: string;
  readonly origin: CallOrigin;
  readonly invocationId: string;
}

/** A request or reply that does not fit Atlassian's OpenAPI documents, or an event that could not be delivered. */
export interface Problem {
  readonly kind: 'problem';
  readonly message: string;
}

export type Recorded = SqlCall | RestCall | InvocationCall | Problem;

/**
 * Keeps what happened, for `GET /_local/calls`. REST calls are recorded by the site's server itself:
 * the Jira and Confluence services only report problems.
 */
export interface Recorder {
  record(entry: Recorded): void;
  problem(message: string): void;
  /** The number of the next entry: pass it to `since` later. */
  mark(): number;
  since(mark: number): readonly (Recorded & { readonly mark: number })[];
}

/** Headers the backend door adds to every product request; a browser's request has neither. */
export const AS_HEADER = 'x-waymark-local-as';
export const INVOCATION_HEADER = 'x-waymark-local-invocation';
/** The cookie that holds the account id of the person at the browser. */
export const PERSON_COOKIE = 'waymark-person';

/** What the Jira and Confluence services need (`registerProducts` in local/site/register.ts). */
export interface ProductDeps {
  /** The folder for their data, theirs alone. */
  readonly dataDir: string;
  /** True when data of an earlier start must be thrown away. */
  readonly fresh: boolean;
  /** The site's address, `http://127.0.0.1:3000`. */
  readonly siteUrl: string;
  readonly clock: Clock;
  emit(event: ProductEvent): void;
  /** Runs the function of a `jira:jqlFunction` module; null when it did not end well. Absent: there is no backend. */
  readonly callJqlFunction?: (moduleKey: string, payload: Json) => Promise<Json | null>;
  readonly recorder: Recorder;
}

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  /** Who they are on this site, in a few words: "OKR lead", "no access to Payments". */
  readonly role: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** What the Jira and Confluence services offer the rest of the site. */
export interface Products {
  readonly people: readonly Person[];
  /** The value of an issue's entity property now, or undefined. */
  issueProperty(issueId: string, key: string): Json | undefined;
  /** Paths of pages worth opening: `{ 'issue': '/browse/SHOP-12', … }`, for `GET /_local/site`. */
  readonly urls?: { readonly [surface: string]: string };
  stop(): Promise<void>;
}

/** A module of manifest.yml: its kind (`jira:issueContext`), its key and its properties as written. */
export interface ManifestModule {
  readonly type: string;
  readonly key: string;
  readonly props: { readonly [name: string]: Json };
}

/** What the shell and the frames need (`registerShell`, `createFramesServer` in local/frames/register.ts). */
export interface ShellDeps {
  readonly siteUrl: string;
  readonly framesUrl: string;
  readonly port: number;
  readonly framesPort: number;
  readonly modules: readonly ManifestModule[];
  /** The Content-Security-Policy is computed from the manifest's `permissions`. */
  readonly permissions: { readonly [name: string]: Json };
  readonly people: readonly Person[];
  readonly clock: Clock;
  /** The shipped browser bundle: static/app/dist. */
  readonly appDist: string;
  /** The built shell: .local/build/shell. */
  readonly shellDist: string;
  readonly ids: {
    readonly appId: string;
    readonly cloudId: string;
    readonly environmentId: string;
    readonly installationId: string;
  };
}
