/** A text with its name. At build time `text` becomes its parsed form (build/precompile-messages.ts). */
export type Message = { id: string; defaultMessage: string };

/**
 * Names a table of English texts (ICU MessageFormat): `messages('panel', { serves: '…' }).serves` has the id
 * `panel.serves`, which a translation can use later. Tables live in `src/messages/en`, one per surface, so that a
 * surface ships its own texts only.
 */
export function messages<K extends string>(prefix: string, texts: Record<K, string>): Record<K, Message> {
  const named = Object.entries<string>(texts).map(([key, text]) => [
    key,
    { id: `${prefix}.${key}`, defaultMessage: text },
  ]);
  return Object.fromEntries(named) as Record<K, Message>;
}
