import type { ReactNode } from 'react';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import type { Refusal } from '../../../../src/contract/result';
import { Notice } from './notice';

type Props = {
  act: { refusal: Refusal | null; failed: boolean };
  /** Fields of the form that show their own refusals. */
  fields?: readonly string[];
  /** What to show when somebody else saved first, so that the person can choose. */
  conflict?: ReactNode;
};

/** Why an act was not done, unless a field of the form says it already. */
export function ActMessage({ act, fields = [], conflict }: Props) {
  const { t } = useWords();
  if (act.failed) return <Notice tone="error">{t(base.callFailed)}</Notice>;
  if (act.refusal?.code === 'changed' && conflict !== undefined) return conflict;
  if (act.refusal === null || (act.refusal.field !== undefined && fields.includes(act.refusal.field)))
    return null;
  return <Notice tone="error">{act.refusal.message}</Notice>;
}
