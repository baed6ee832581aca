import { useRef, useState } from 'react';
import { checkBackdated, checkCheckIn } from '../../../../../src/domain/check-check-in';
import { firstRefusal, type Finding } from '../../../../../src/domain/finding';
import type { Stood } from '../../components/how-it-stands';
import { checkIn } from '../../messages/en/check-in';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { readDraft, type DraftField } from './draft';
import { useDraft } from './use-draft';

export type CheckInForm = ReturnType<typeof useCheckIn>;

/** A check-in being typed: its draft, what is wrong with it, and recording it. */
export function useCheckIn(of: Stood, takesFocus = true) {
  const { t, locale } = useWords();
  const { id: keyResultId, key, definition, checkIns } = of.keyResult;
  const milestones = definition.metric.kind === 'milestones' ? definition.metric.milestones : null;
  const { draft, change, discard, forget, restored } = useDraft(of);
  const [faults, setFaults] = useState<DraftField[]>([]);
  const [finding, setFinding] = useState<Finding | null>(null);
  const confidence = useRef<HTMLInputElement>(null);
  const act = useAct('check-in.record');
  const said = finding ?? act.refusal;
  const errorOf = (field: DraftField, wrong: string) =>
    faults.includes(field) ? wrong : said?.field === field ? said.message : null;

  /** Records it; false where something is wrong with it, which the form then says. */
  async function save(): Promise<boolean> {
    const read = readDraft(draft, milestones, locale);
    setFaults(read.ok ? [] : read.faults);
    if (!read.ok) return false;
    const wrong = firstRefusal([
      ...checkCheckIn(definition, read.input, of.today, checkIns),
      ...checkBackdated(read.input, of.record.cadence, of.today),
    ]);
    setFinding(wrong);
    if (wrong) return false;
    const answer = await act.run(({ id }) => ({ id: id(), keyResultId, ...read.input }));
    if (!answer?.ok) return false;
    forget();
    flag({ title: t(checkIn.saved, { key }) });
    return true;
  }

  return {
    milestones,
    fields: { of, draft, change, errorOf, takesFocus },
    finding,
    act,
    restored,
    discard,
    confidence,
    save,
  };
}
