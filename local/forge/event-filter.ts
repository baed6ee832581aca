import type { Json, ManifestModule, ProductEvent } from '../contracts';

/** Reads an issue's entity property at the time of the event. */
export type IssueProperty = (issueId: string, key: string) => Json | undefined;

/** Whether an event wakes a trigger, or the reason it was dropped for. */
export type FilterAnswer = { readonly pass: boolean; readonly dropped?: string };

const FORM =
  /^event\.runtime\.issue\.properties\['(?<property>[^']+)'\]\.(?<path>[\w.]+)\s*==\s*(?<value>true|false|-?\d+(?:\.\d+)?|'[^']*')$/;

/**
 * A trigger's filter (Forge docs, "Atlassian app events"). Of Jira expressions only the comparison of an
 * issue property with a constant is modelled; any other expression throws here, at the start.
 */
export function createEventFilter(
  trigger: ManifestModule,
  issueProperty: IssueProperty,
): (event: ProductEvent) => FilterAnswer {
  const filter = asMap(trigger.props.filter) ?? {};
  const { ignoreSelf, expression, onError } = filter;
  const form = typeof expression === 'string' ? FORM.exec(expression.trim())?.groups : null;
  if (form === undefined || (expression !== undefined && form === null)) {
    throw new Error(
      `Not modelled on the local site: the filter of trigger ${trigger.key}: ${JSON.stringify(expression)}.`,
    );
  }
  const receiveOnError = typeof onError === 'string' && onError.startsWith('RECEIVE');
  return (event) => {
    if (ignoreSelf === true && event.body.selfGenerated === true) return { pass: false };
    if (form === null) return { pass: true };
    const value = propertyValue(event, form.property ?? '', form.path ?? '', issueProperty);
    if (value !== undefined) return { pass: value === constant(form.value ?? '') };
    const dropped = `${event.name} has no issue.properties['${form.property ?? ''}'].${form.path ?? ''}`;
    return { pass: receiveOnError, dropped };
  };
}

function propertyValue(
  event: ProductEvent,
  key: string,
  path: string,
  read: IssueProperty,
): Json | undefined {
  const issueId = asMap(event.body.issue)?.id;
  if (typeof issueId !== 'string') return undefined;
  let value = read(issueId, key);
  for (const name of path.split('.')) value = asMap(value)?.[name];
  return typeof value === 'object' && value !== null ? undefined : value;
}

function constant(text: string): Json {
  return text.startsWith("'") ? text.slice(1, -1) : (JSON.parse(text) as Json);
}

function asMap(value: Json | undefined): { readonly [name: string]: Json } | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })
    : undefined;
}
