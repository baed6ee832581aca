import { loose } from '../../boot/place';
import { alignment as texts } from '../../messages/en/alignment';
import type { Words } from '../../messages/use-words';

/** What history keeps of what an objective was said to serve: the kind of thing, and the reason where it is nothing. */
export function saySaidServes(json: string, { t }: Words): string {
  const { kind, why } = loose(JSON.parse(json));
  switch (kind) {
    case 'objective':
      return t(texts.saidObjective);
    case 'key-result':
      return t(texts.saidKeyResult);
    case 'none':
      return t(texts.saidNone, { why: String(why) });
    default:
      return t(texts.saidUnsaid);
  }
}
