/** Runs JQL over the site's issues. Parsed with Atlassian's own parser; errors are Jira's sentences. */
import { type Clause, type Field, type Operand, type TerminalClause } from '@atlaskit/jql-ast';
import { ISSUE_TYPES } from '../../site/catalogue';
import type { Issue } from '../../site/model';
import { maySee } from '../../site/permissions';
import { NotModelled, Refused } from '../../site/serve';
import { fragmentsFor } from './app-functions';
import { moment, momentFunction } from './dates';
import { fieldNamed, propertyField, sorterNamed, unknownField, type JqlField, type Searcher } from './fields';
import { matchesText } from './text';
import { parsed } from './tree';

type Test = (issue: Issue) => boolean;

const OPPOSITE: { readonly [operator: string]: string } = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

const ALLOWED: { readonly [kind in JqlField['kind']]: readonly string[] } = {
  reference: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  keyword: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  text: ['~', '!~', 'is', 'is not'],
  date: ['=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>='],
  number: ['=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>='],
};

/**
 * The issues a query finds, as the searcher may see them, in order. Throws `Refused` with Jira's 400 sentence for what
 * Jira would refuse, an unbounded query included.
 */
export async function search(asking: Searcher, jql: string): Promise<readonly Issue[]> {
  const query = parsed(jql);
  if (!query?.where) {
    throw new Refused(
      400,
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  const searcher = { ...asking, fragments: await fragmentsFor(asking, query.where) };
  const test = compile(searcher, query.where, false);
  const order = (query.orderBy?.fields ?? []).map((field) => ({
    by: sorterNamed(searcher, field.field.value),
    sign: field.direction?.value.toUpperCase() === 'DESC' ? -1 : 1,
  }));
  if (order.length > 7) throw new Refused(400, 'The maximum number of sort fields is 7.');
  const found = searcher.site.store.state.issues.filter(
    (issue) => test(issue) && maySee(searcher.site, searcher.caller, issue),
  );
  return found.sort((a, b) => {
    for (const { by, sign } of order) {
      const [x, y] = [by(a), by(b)];
      if (x !== y) return (x < y ? -1 : 1) * sign;
    }
    return Number(b.id) - Number(a.id);
  });
}

/** NOT is carried down to the operators, as Jira does it: `NOT assignee = x` leaves out the unassigned too. */
function compile(searcher: Searcher, clause: Clause, negated: boolean): Test {
  if (clause.clauseType === 'compound') {
    const tests = clause.clauses.map((one) => compile(searcher, one, negated));
    const every = (clause.operator.value === 'and') !== negated;
    return (issue) => (every ? tests.every((test) => test(issue)) : tests.some((test) => test(issue)));
  }
  if (clause.clauseType === 'not') return compile(searcher, clause.clause, !negated);
  const fragment = searcher.fragments?.get(clause);
  return fragment
    ? compile({ ...searcher, inFragment: true }, fragment, negated)
    : terminal(searcher, clause, negated);
}

function fieldOf(searcher: Searcher, field: Field): { readonly field: JqlField; readonly written: string } {
  const [property] = field.properties ?? [];
  if (!property) return { field: fieldNamed(searcher, field.value), written: field.value };
  const key = property.key?.value ?? '';
  const path = (property.path ?? [])
    .map((part) => part.value)
    .join('')
    .replace(/^\./, '');
  const written = `${field.value}[${key}]${path === '' ? '' : `.${path}`}`;
  if (field.value.toLowerCase() !== 'issue.property') throw unknownField(written);
  return { field: propertyField(searcher, key, path, written), written };
}

function terminal(searcher: Searcher, clause: TerminalClause, negated: boolean): Test {
  const { field, written } = fieldOf(searcher, clause.field);
  const said = clause.operator?.value ?? '';
  if (said.startsWith('was') || said === 'changed' || clause.predicates.length > 0) {
    throw new NotModelled(`the JQL operator '${said}'`);
  }
  if (!ALLOWED[field.kind].includes(said)) {
    throw new Refused(400, `The operator '${said}' is not supported by the '${written}' field.`);
  }
  const operator = negated ? (OPPOSITE[said] ?? said) : said;
  const operands = flat(clause.operand ?? undefined);
  const empty = operands.some((one) => one.operandType === 'keyword' || isUnresolved(written, one));
  const rest = operands.filter((one) => one.operandType !== 'keyword' && !isUnresolved(written, one));
  const matches = matcher(searcher, field, written, operator, rest);
  const wanted = !['!=', 'not in', 'is not', '!~'].includes(operator);
  return (issue) => {
    const none = field.values(issue).length === 0;
    // What has no value is neither equal nor unequal to anything.
    if (none) return wanted && empty;
    return wanted ? matches(issue) : !matches(issue);
  };
}

function isUnresolved(written: string, operand: Operand): boolean {
  return (
    written.toLowerCase() === 'resolution' &&
    operand.operandType === 'value' &&
    operand.value.toLowerCase() === 'unresolved'
  );
}

function flat(operand: Operand | undefined): readonly Operand[] {
  if (operand === undefined) return [];
  return operand.operandType === 'list' ? operand.values.flatMap(flat) : [operand];
}

/** Whether a value of the issue is among the operands, before `not` is applied. */
function matcher(
  searcher: Searcher,
  field: JqlField,
  written: string,
  operator: string,
  operands: readonly Operand[],
): Test {
  if (field.kind === 'reference') {
    const ids = new Set(operands.flatMap((operand) => referenceIds(searcher, field, written, operand)));
    return (issue) => field.values(issue).some((value) => ids.has(value));
  }
  if (field.kind === 'keyword') {
    const texts = new Set(operands.map((operand) => textValue(written, operand).toLowerCase()));
    return (issue) => field.values(issue).some((value) => texts.has(value.toLowerCase()));
  }
  if (field.kind === 'text') {
    const texts = operands.map((operand) => textValue(written, operand));
    const bad = texts.find((text) => text.startsWith('*') || text.startsWith('?'));
    if (bad !== undefined) {
      throw new Refused(
        400,
        `The text query '${bad}' for field '${written}' is not allowed to start with '${bad.charAt(0)}'.`,
      );
    }
    return (issue) => field.values(issue).some((value) => texts.some((text) => matchesText(value, text)));
  }
  const sizes = operands.map((operand) => size(searcher, field.kind, written, operand));
  return (issue) =>
    field.values(issue).some((value) => sizes.some((other) => compare(operator, value, other)));
}

function compare(operator: string, value: number, other: number): boolean {
  if (operator === '<') return value < other;
  if (operator === '<=') return value <= other;
  if (operator === '>') return value > other;
  if (operator === '>=') return value >= other;
  return value === other;
}

function textValue(written: string, operand: Operand): string {
  if (operand.operandType !== 'value')
    throw new Refused(400, `The field '${written}' does not take a function.`);
  return operand.value;
}

function unknownFunction(name: string): Refused {
  return new Refused(400, `Unable to find JQL function '${name}()'.`);
}

function size(searcher: Searcher, kind: 'date' | 'number', written: string, operand: Operand): number {
  if (operand.operandType === 'function') {
    const name = operand.function.value;
    const at =
      kind === 'date' ? momentFunction(name, operand.arguments[0]?.value, searcher.site.now()) : null;
    if (at === null) throw unknownFunction(name);
    return at;
  }
  const value = textValue(written, operand);
  if (kind === 'date') return moment(value, written, searcher.site.now());
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) {
    throw new Refused(400, `The value '${value}' is not a number, which the field '${written}' needs.`);
  }
  return number;
}

function referenceIds(
  searcher: Searcher,
  field: Extract<JqlField, { kind: 'reference' }>,
  written: string,
  operand: Operand,
): readonly string[] {
  if (operand.operandType === 'function') {
    return functionIds(
      searcher,
      operand.function.value,
      operand.arguments.map((one) => one.value),
    );
  }
  const value = textValue(written, operand);
  const ids = field.resolve(value);
  // What the searcher may not see is passed over in what an app's function stands for: it is the same for everybody.
  if (ids === null && searcher.inFragment === true && field.missing) return [];
  if (ids === null) {
    throw new Refused(
      400,
      field.missing?.(value) ?? `The value '${value}' does not exist for the field '${written}'.`,
    );
  }
  return ids;
}

function functionIds({ site, caller }: Searcher, name: string, args: readonly string[]): readonly string[] {
  const sprints = (state: string) =>
    site.store.state.sprints.filter((one) => one.state === state).map((one) => String(one.id));
  switch (name.toLowerCase()) {
    case 'currentuser':
      return caller.kind === 'user' ? [caller.user.accountId] : [];
    case 'membersof':
      return site.store.state.users
        .filter((one) => one.groups.includes(args[0] ?? ''))
        .map((one) => one.accountId);
    case 'opensprints':
      return sprints('active');
    case 'closedsprints':
      return sprints('closed');
    case 'futuresprints':
      return sprints('future');
    case 'standardissuetypes':
      return ISSUE_TYPES.filter((one) => one.level >= 0).map((one) => one.id);
    case 'subtaskissuetypes':
      return ISSUE_TYPES.filter((one) => one.level < 0).map((one) => one.id);
    default:
      throw unknownFunction(name);
  }
}
