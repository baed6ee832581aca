/**
 * What a macro on a page is set to show. The page keeps these settings as texts (Forge docs, "Macro"); the macro, its
 * settings and its export read and write them here, so that none can disagree.
 */
import { isUuid, type CycleId, type KeyResultId, type ObjectiveId, type TeamId } from './ids';

export type MacroShow =
  | { kind: 'objective'; id: ObjectiveId }
  | { kind: 'key-result'; id: KeyResultId }
  /** `cycleId` null: whichever cycle is running. */
  | { kind: 'team'; id: TeamId; cycleId: CycleId | null }
  | { kind: 'cycle'; id: CycleId };

export type MacroLayout = 'full' | 'compact';
export type MacroConfig = { show: MacroShow; layout: MacroLayout };

/** The settings a page kept; null when nothing is chosen, or when they are not what Waymark wrote. */
export function readMacroConfig(config: Readonly<Record<string, unknown>>): MacroConfig | null {
  const show = showOf(config);
  return show && { show, layout: config.layout === 'compact' ? 'compact' : 'full' };
}

/** The settings as a page keeps them: texts only. */
export function writeMacroConfig({ show, layout }: MacroConfig): Record<string, string> {
  const { kind, id } = show;
  const cycleId = show.kind === 'team' ? show.cycleId : null;
  return { kind, id, layout, ...(cycleId === null ? {} : { cycleId }) };
}

function showOf({ kind, id, cycleId = '' }: Readonly<Record<string, unknown>>): MacroShow | null {
  switch (kind) {
    case 'objective':
      return isUuid<'objective'>(id) ? { kind, id } : null;
    case 'key-result':
      return isUuid<'key-result'>(id) ? { kind, id } : null;
    case 'cycle':
      return isUuid<'cycle'>(id) ? { kind, id } : null;
    case 'team':
      if (!isUuid<'team'>(id)) return null;
      if (cycleId === '') return { kind, id, cycleId: null };
      // A cycle that cannot be read is not "the running one": the page would show other numbers than were chosen.
      return isUuid<'cycle'>(cycleId) ? { kind, id, cycleId } : null;
    default:
      return null;
  }
}
