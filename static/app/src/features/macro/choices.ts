import type { Directory, Output } from '../../../../../src/contract/calls';
import type { CycleReading } from '../../../../../src/contract/readings';
import type { MacroShow } from '../../../../../src/domain/macro-config';

/** Something a macro can show, with what tells it from others. */
export type MacroChoice = { show: MacroShow; key: string; title: string; detail: string };
export type ChoiceGroup = { kind: MacroShow['kind']; choices: MacroChoice[] };

/** Teams and cycles are few; the list must still leave room for what is searched for most. */
const mostTeams = 6;
const mostCycles = 4;
const mostObjectives = 8;
const mostKeyResults = 12;

const phaseOrder: Record<CycleReading['phase'], number> = { active: 0, scoring: 1, draft: 2, closed: 3 };

/** What fits the words: objectives and key results as `found` for them, teams and cycles with every word in their name. */
export function choicesFor(text: string, directory: Directory, found: Output<'macro.search'>): ChoiceGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (name: string) => words.every((word) => name.toLowerCase().includes(word));
  const cycles = [...directory.cycles].sort((a, b) => phaseOrder[a.phase] - phaseOrder[b.phase]);
  const groups: ChoiceGroup[] = [
    {
      kind: 'objective',
      choices: found.objectives.slice(0, mostObjectives).map(({ id, key, title, team, cycle }) => ({
        show: { kind: 'objective', id },
        key,
        title,
        detail: `${team.name} · ${cycle.name}`,
      })),
    },
    {
      kind: 'key-result',
      choices: found.keyResults
        .slice(0, mostKeyResults)
        .map(({ id, key, title, objective, team, cycle }) => ({
          show: { kind: 'key-result', id },
          key,
          title,
          detail: `${objective.key} ${objective.title} · ${team.name} · ${cycle.name}`,
        })),
    },
    {
      kind: 'team',
      choices: directory.teams
        .filter(({ name, archived }) => !archived && fits(name))
        .slice(0, mostTeams)
        .map(({ id, name }) => ({
          show: { kind: 'team', id, cycleId: null },
          key: '',
          title: name,
          detail: '',
        })),
    },
    {
      kind: 'cycle',
      choices: cycles
        .filter(({ name }) => fits(name))
        .slice(0, mostCycles)
        .map(({ id, name }) => ({ show: { kind: 'cycle', id }, key: '', title: name, detail: '' })),
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
