/** Waymark's JQL functions by name, as manifest.yml declares them; a test holds the two equal (design §4). */
import type { SiteReading } from '../../contract/readings';
import type { ImpactVerdict } from '../../domain/impact';
import type { Served } from '../../storage/jql-reader';

/** A function as written in somebody's search. */
export type Clause = { functionName: string; field: string; operator: string; arguments: string[] };

/** What a search asks for. `but`: the issues that do not, in place of those that do. */
export type Asked =
  | { kind: 'serving'; served: Served; but: boolean }
  | { kind: 'impact'; verdict: ImpactVerdict; of: Served; but: boolean };

/** A sentence for the person who searches; it never says more of what is restricted than of what is not there. */
export type Sentence = { sentence: string };

type Keys = SiteReading['keyPrefix'];

const verdicts: Readonly<Record<ImpactVerdict, true>> = {
  'no-baseline': true,
  'too-early': true,
  'cannot-separate': true,
  moved: true,
  'no-visible-effect': true,
  'could-not-see': true,
  'moved-wrong-way': true,
};

/** What each function takes, how it is written, and what it asks for. */
const functions: Readonly<
  Record<string, { takes: [least: number, most: number]; example: (keys: Keys) => string; read: Reader }>
> = {
  serveskeyresult: {
    takes: [1, 1],
    example: ({ keyResult }) => `servesKeyResult("${keyResult}-12")`,
    read: ([key = ''], keys) => serving(numbered('key-result', key, keys.keyResult)),
  },
  servesobjective: {
    takes: [1, 1],
    example: ({ objective }) => `servesObjective("${objective}-3")`,
    read: ([key = ''], keys) => serving(numbered('objective', key, keys.objective)),
  },
  servescycle: {
    takes: [1, 1],
    example: () => 'servesCycle("Q4 2026")',
    read: ([name = '']) => serving({ by: 'cycle', name: name.trim() }),
  },
  withoutkeyresult: {
    takes: [0, 1],
    example: () => 'withoutKeyResult() or withoutKeyResult("Q4 2026")',
    read: ([name]) => ({
      kind: 'serving',
      served: name === undefined ? { by: 'any' } : { by: 'cycle', name: name.trim() },
      but: true,
    }),
  },
  impact: {
    takes: [1, 2],
    example: ({ keyResult }) => `impact("no-visible-effect") or impact("moved", "${keyResult}-12")`,
    read: ([verdict = '', of], keys) => readImpact(verdict.trim().toLowerCase(), of?.trim(), keys),
  },
};

type Reader = (args: readonly string[], keys: Keys) => Asked | Sentence;

/** Jira writes `issue in …` with the field's own name, `key`. */
const issueFields = new Set(['key', 'issue', 'issuekey', 'id']);

/** What a clause asks for, or the sentence that says how it is written. */
export function readClause(
  { functionName, field, operator, arguments: args }: Clause,
  keys: Keys,
): Asked | Sentence {
  const name = functionName.toLowerCase();
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) return { sentence: `Waymark has no JQL function ${functionName}.` };
  const written = `Write it as: issue in ${known.example(keys)}.`;
  if (!issueFields.has(field.toLowerCase())) {
    return {
      sentence: `${functionName} finds issues, so it does not go with the field ${field}. ${written}`,
    };
  }
  const how = operator.trim().toLowerCase().replaceAll('_', ' ');
  if (how !== 'in' && how !== 'not in') {
    return { sentence: `${functionName} goes with "in" and "not in", not with "${operator}". ${written}` };
  }
  const [least, most] = known.takes;
  if (args.length < least || args.length > most) {
    const takes = least === most ? String(least) : `${least} to ${most}`;
    const has = `${args.length} ${args.length === 1 ? 'argument' : 'arguments'}`;
    return { sentence: `${functionName} was given ${has} and takes ${takes}. ${written}` };
  }
  const asked = known.read(args, keys);
  if ('sentence' in asked) return asked;
  return how === 'not in' ? { ...asked, but: !asked.but } : asked;
}

function serving(served: Served | Sentence): Asked | Sentence {
  return 'sentence' in served ? served : { kind: 'serving', served, but: false };
}

function numbered(by: 'key-result' | 'objective', key: string, prefix: string): Served | Sentence {
  const [, letters = '', digits = ''] = /^([a-z]+)-([1-9]\d{0,8})$/i.exec(key.trim()) ?? [];
  if (letters.toUpperCase() === prefix.toUpperCase()) return { by, number: Number(digits) };
  const what = by === 'objective' ? 'an objective' : 'a key result';
  return { sentence: `"${key}" is not the key of ${what}: those look like ${prefix}-12.` };
}

function isVerdict(text: string): text is ImpactVerdict {
  return Object.hasOwn(verdicts, text);
}

function readImpact(verdict: string, of: string | undefined, keys: Keys): Asked | Sentence {
  if (!isVerdict(verdict)) {
    return {
      sentence: `"${verdict}" is not a verdict. The verdicts are ${Object.keys(verdicts).join(', ')}.`,
    };
  }
  if (of === undefined) return { kind: 'impact', verdict, of: { by: 'any' }, but: false };
  const key = numbered('key-result', of, keys.keyResult);
  // Whatever is not a key is a cycle's name.
  return { kind: 'impact', verdict, of: 'by' in key ? key : { by: 'cycle', name: of }, but: false };
}

/** That nothing everybody may see goes by this name; the same words whether it is restricted or does not exist. */
export function notFound(served: Exclude<Served, { by: 'any' }>, keys: Keys): Sentence {
  switch (served.by) {
    case 'key-result':
      return {
        sentence: `Waymark knows no key result ${keys.keyResult}-${served.number} that everyone may see.`,
      };
    case 'objective':
      return {
        sentence: `Waymark knows no objective ${keys.objective}-${served.number} that everyone may see.`,
      };
    case 'cycle':
      return {
        sentence: `Waymark knows no cycle called "${served.name}". Write its name as the Cycles page does.`,
      };
  }
}

/** That more issues are asked for than a function may name, and what to ask for instead. */
export function tooMany(asked: Asked, keys: Keys): Sentence {
  const limit = 'Jira lets a function name at most 1,000 issues, and these are more.';
  const one = `servesObjective("${keys.objective}-3")`;
  if (asked.kind === 'impact') {
    return {
      sentence: `${limit} Name a cycle or a key result too: impact("${asked.verdict}", "${keys.keyResult}-12").`,
    };
  }
  switch (asked.served.by) {
    case 'any':
      return { sentence: `${limit} Name a cycle: withoutKeyResult("Q4 2026").` };
    case 'cycle':
      return { sentence: `${limit} Ask for its objectives one by one: ${one}.` };
    case 'objective':
      return {
        sentence: `${limit} Ask for its key results one by one: servesKeyResult("${keys.keyResult}-12").`,
      };
    case 'key-result':
      return {
        sentence: `${limit} Search with waymark.keyResults = "${keys.keyResult}-${asked.served.number}" for those attached themselves.`,
      };
  }
}
