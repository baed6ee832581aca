const PARTS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g;

/**
 * JSON as TiDB writes it: a space after a comma and a colon, keys in order and once, numbers with a point as the double
 * they are. TiDB keeps JSON as values, MariaDB as text.
 */
export function jsonAsTidb(text: string): string {
  const parts = text.match(PARTS) ?? [];
  let at = 0;
  const value = (): string => {
    const part = parts[at] ?? '';
    at += 1;
    if (part === '[') return `[${members(']', value).join(', ')}]`;
    if (part === '{') {
      const byKey = new Map(members('}', entry));
      const keys = [...byKey.keys()].toSorted((one, other) =>
        Buffer.compare(Buffer.from(one), Buffer.from(other)),
      );
      return `{${keys.map((key) => `${key}: ${byKey.get(key) ?? ''}`).join(', ')}}`;
    }
    return /^-?\d/.test(part) && /[.eE]/.test(part) ? String(Number(part)) : part;
  };
  const entry = (): [string, string] => {
    const key = parts[at] ?? '';
    at += 2;
    return [key, value()];
  };
  function members<T>(end: string, read: () => T): T[] {
    const all: T[] = [];
    while (at < parts.length && parts[at] !== end) {
      all.push(read());
      if (parts[at] === ',') at += 1;
    }
    at += 1;
    return all;
  }
  return value();
}
