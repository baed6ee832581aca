/** From what a file tells and what is there to the calls that make the rest; pure, so that it can be proven (decision 0026). */
import type { CyclePhase } from '../../../../../src/contract/readings';
import type { IssueId, ProjectId } from '../../../../../src/domain/ids';
import { requestFor, requestOf } from '../import/ids';
import { inDays, isEmpty } from './check-in-rows';
import { byId, differences } from './same-world';
import type { CheckInRow, CycleRow, InitiativeRow, Noun, ObjectiveRow, TeamRow, World } from './world';
import type { Left, WorldPlan, WorldStep } from './world-step';

export type Asked = {
  file: World;
  /** The same teams and cycles as they are now. */
  now: World;
  /** Which issue an initiative of the file is here; null: none that this person sees. */
  issueOf: (initiative: InitiativeRow) => IssueId | null;
  /** Who may be named: those whom Jira knows. */
  isHere: (person: string) => boolean;
  hasProject: (project: ProjectId) => boolean;
  /** The file says only as much of teams and cycles as it takes to make them. */
  placesOnly?: boolean;
};

const phases: readonly CyclePhase[] = ['draft', 'active', 'scoring', 'closed'];

/** What there is to do. On the site a file came from, and where it was imported before: nothing. */
export function planWorld(asked: Asked): WorldPlan {
  const planner = new Planner(asked);
  planner.teams();
  planner.cycles();
  planner.objectives();
  planner.keyResults();
  planner.checkIns();
  planner.events();
  planner.initiatives();
  planner.scores();
  planner.confirmations();
  planner.retrospectives();
  planner.phases();
  return planner.plan;
}

class Planner {
  readonly plan: WorldPlan = { steps: [], same: 0, left: [], asks: 0 };
  private readonly file: World;
  private readonly there: ReturnType<typeof byId>;
  private readonly own: ReturnType<typeof byId>;
  private readonly made = new Set<string>();
  private readonly keyResultOf: ReadonlyMap<string, World['keyResults'][number]>;
  private readonly objectiveOf: ReadonlyMap<string, World['objectives'][number]>;
  private readonly cycleOf: ReadonlyMap<string, World['cycles'][number]>;
  private readonly phaseNow: ReadonlyMap<string, CyclePhase>;

  constructor(private readonly asked: Asked) {
    this.file = asked.file;
    this.there = byId(asked.now);
    this.own = byId(asked.file);
    this.keyResultOf = new Map(asked.file.keyResults.map((row) => [row.id, row]));
    this.objectiveOf = new Map(asked.file.objectives.map((row) => [row.id, row]));
    this.cycleOf = new Map(asked.file.cycles.map((row) => [row.id, row]));
    this.phaseNow = new Map(asked.now.cycles.map(({ id, phase }) => [id, phase]));
  }

  teams(): void {
    for (const row of this.fresh(
      'teams',
      parentsFirst(this.file.teams),
      ({ name }) => name,
      (row) => this.teamHere(row),
    )) {
      const { id, name, level, parentId, lead, members, projectIds, timeZone, cadence } = this.teamHere(row);
      const team = { name, level, parentId, lead, members, projectIds, timeZone, cadence };
      const input = { id, requestId: requestOf(id), team };
      const needs = this.needs(parentId);
      this.add({ id, noun: 'teams', title: name, count: 1, needs, call: 'team.create', input });
    }
  }

  cycles(): void {
    for (const row of this.fresh(
      'cycles',
      parentsFirst(this.file.cycles),
      ({ name }) => name,
      (row) => this.cycleHere(row),
    )) {
      const { id, name, startsOn, endsOn, parentId } = this.cycleHere(row);
      const input = { id, requestId: requestOf(id), cycle: { name, startsOn, endsOn, parentId } };
      const needs = this.needs(parentId);
      this.add({ id, noun: 'cycles', title: name, count: 1, needs, call: 'cycle.create', input });
    }
  }

  objectives(): void {
    for (const row of this.fresh(
      'objectives',
      this.file.objectives,
      ({ title }) => title,
      (row) => this.objectiveHere(row),
    )) {
      const { id, teamId, cycleId, title, why, owner, restricted, viewers } = this.objectiveHere(row);
      if (!this.has('teams', teamId) || !this.has('cycles', cycleId))
        this.leave('objectives', title, 'no-place');
      else if (this.phaseNow.get(cycleId) === 'closed') this.leave('objectives', title, 'closed');
      else {
        const objective = { title, why, owner, restricted, viewers };
        const input = { id, requestId: requestOf(id), teamId, cycleId, objective };
        const needs = this.needs(teamId, cycleId);
        this.add({ id, noun: 'objectives', title, count: 1, needs, call: 'objective.create', input });
      }
    }
  }

  keyResults(): void {
    for (const row of this.fresh(
      'keyResults',
      this.file.keyResults,
      ({ title }) => title,
      (row) => ({ ...row, owner: this.person(row.owner) }),
    )) {
      const { id, objectiveId, title, definition } = row;
      const cycleId = this.objectiveOf.get(objectiveId)?.cycleId ?? '';
      if (!this.has('objectives', objectiveId)) this.leave('keyResults', title, 'no-place');
      else if (this.phaseNow.get(cycleId) === 'closed') this.leave('keyResults', title, 'closed');
      else {
        const keyResult = { title, owner: this.person(row.owner), definition };
        const input = { id, requestId: requestOf(id), objectiveId, keyResult };
        const needs = this.needs(objectiveId);
        this.add({ id, noun: 'keyResults', title, count: 1, needs, call: 'key-result.create', input });
      }
    }
  }

  checkIns(): void {
    const name = ({ keyResultId, day }: World['checkIns'][number]) => `${this.titleOf(keyResultId)}, ${day}`;
    const fresh = this.fresh('checkIns', this.file.checkIns, name, (row) => this.checkInHere(row));
    for (const keyResultId of new Set(fresh.map((row) => row.keyResultId))) {
      const own = fresh.filter((row) => row.keyResultId === keyResultId);
      if (!this.has('keyResults', keyResultId)) {
        for (const row of own) this.leave('checkIns', name(row), 'no-place');
        continue;
      }
      this.plan.asks += own.filter(({ ask }) => ask !== null).length;
      for (const row of own.filter(isEmpty)) this.leave('checkIns', name(row), 'says-nothing');
      for (const rows of inDays(own.filter((row) => !isEmpty(row)))) this.bring(keyResultId, rows);
    }
  }

  private bring(keyResultId: World['checkIns'][number]['keyResultId'], rows: World['checkIns']): void {
    const [first] = rows;
    if (!first) return;
    const checkIns = rows
      .map((row) => this.checkInHere(row))
      .map(({ id, day, value, reached, confidence, evidence, blocker, decision }) => {
        return { id, day, value, reached, confidence, evidence, blocker, decision };
      });
    const input = { keyResultId, source: 'import' as const, checkIns };
    const title = this.titleOf(keyResultId);
    const needs = this.needs(keyResultId);
    this.add({
      id: first.id,
      noun: 'checkIns',
      title,
      count: rows.length,
      needs,
      call: 'check-in.import',
      input,
    });
  }

  events(): void {
    for (const row of this.fresh('events', this.file.events, ({ title }) => title)) {
      const { id, keyResultId, kind, on, until, title } = row;
      if (!this.has('keyResults', keyResultId)) {
        this.leave('events', title, 'no-place');
        continue;
      }
      const input = { id, requestId: requestOf(id), keyResultId, event: { kind, on, until, title } };
      const needs = this.needs(keyResultId);
      this.add({ id, noun: 'events', title, count: 1, needs, call: 'outside-event.mark', input });
    }
  }

  initiatives(): void {
    for (const row of this.fresh('initiatives', this.file.initiatives, nameOfIssue, (row) => ({
      ...row,
      issueId: this.asked.issueOf(row) ?? row.issueId,
    }))) {
      const { id, keyResultId, hypothesis, publicName, live } = row;
      const title = nameOfIssue(row);
      const issueId = this.asked.issueOf(row);
      if (!this.has('keyResults', keyResultId)) this.leave('initiatives', title, 'no-place');
      else if (issueId === null) this.leave('initiatives', title, 'no-issue');
      else {
        const issues = [{ initiativeId: id, issueId }];
        const input = { keyResultId, issues, requestId: requestOf(id), hypothesis, publicName };
        const needs = this.needs(keyResultId);
        this.add({ id, noun: 'initiatives', title, count: 1, needs, call: 'initiative.attach', input });
        if (live === null) continue;
        const requestId = requestFor('live', id);
        const said = { id, version: 1, requestId, on: live.on, why: live.reason };
        const then = { id: requestId, noun: 'live' as const, title, count: 0, needs: [id] };
        this.add({ ...then, call: 'initiative.set-live', input: said });
      }
    }
  }

  scores(): void {
    for (const row of this.fresh('scores', this.file.scores, (one) => this.titleOf(one.keyResultId))) {
      const { id, keyResultId, score, rationale, next } = row;
      const title = this.titleOf(keyResultId);
      const objectiveId = this.keyResultOf.get(keyResultId)?.objectiveId ?? '';
      const cycleId = this.objectiveOf.get(objectiveId)?.cycleId ?? '';
      if (!this.has('keyResults', keyResultId)) this.leave('scores', title, 'no-place');
      else if (!this.takes(cycleId, 'scoring')) this.leave('scores', title, 'not-scoring');
      else {
        const input = { id, version: 0, requestId: requestOf(id), keyResultId, score, rationale, next };
        // What is measured suggests the score, so all of it comes first.
        const measured = this.plan.steps.filter(
          (step) => step.call === 'check-in.import' && step.input.keyResultId === keyResultId,
        );
        const needs = [
          ...this.needs(keyResultId, requestFor('scoring', cycleId)),
          ...measured.map((step) => step.id),
        ];
        this.add({ id, noun: 'scores', title, count: 1, needs, call: 'key-result.score', input });
      }
    }
  }

  confirmations(): void {
    const name = (row: World['confirmations'][number]) => this.objectiveOf.get(row.objectiveId)?.title ?? '';
    for (const row of this.fresh('confirmations', this.file.confirmations, name)) {
      const { id, objectiveId, score, writeUp } = row;
      const cycleId = this.objectiveOf.get(objectiveId)?.cycleId ?? '';
      if (!this.has('objectives', objectiveId)) this.leave('confirmations', name(row), 'no-place');
      else if (!this.takes(cycleId, 'scoring')) this.leave('confirmations', name(row), 'not-scoring');
      else {
        const input = { id, version: 0, requestId: requestOf(id), objectiveId, score, writeUp };
        const needs = this.needs(objectiveId, requestFor('scoring', cycleId));
        this.add({
          id,
          noun: 'confirmations',
          title: name(row),
          count: 1,
          needs,
          call: 'objective.confirm',
          input,
        });
      }
    }
  }

  retrospectives(): void {
    const name = (row: World['retrospectives'][number]) =>
      this.file.teams.find(({ id }) => id === row.teamId)?.name ?? '';
    for (const row of this.fresh('retrospectives', this.file.retrospectives, name)) {
      const { id, teamId, cycleId, helped, hindered, learned, willChange } = row;
      if (!this.has('teams', teamId)) this.leave('retrospectives', name(row), 'no-place');
      else if (!this.takes(cycleId, 'scoring')) this.leave('retrospectives', name(row), 'not-scoring');
      else {
        const place = { id, version: 0, requestId: requestOf(id), teamId, cycleId };
        const input = { ...place, helped, hindered, learned, willChange };
        const needs = this.needs(teamId, requestFor('scoring', cycleId));
        this.add({
          id,
          noun: 'retrospectives',
          title: name(row),
          count: 1,
          needs,
          call: 'retrospective.save',
          input,
        });
      }
    }
  }

  /** Cycles that the file brings end in the phase they have there. */
  phases(): void {
    for (const { id, phase } of this.file.cycles) if (!this.there.cycles.has(id)) this.takes(id, phase);
  }

  /** Takes a cycle of the file to a phase; false: it is here and elsewhere, or never came so far. */
  private takes(cycleId: string, to: CyclePhase): boolean {
    const cycle = this.cycleOf.get(cycleId);
    if (this.there.cycles.has(cycleId)) return this.phaseNow.get(cycleId) === to;
    const goal = phases.indexOf(to);
    if (!cycle || phases.indexOf(cycle.phase) < goal) return false;
    for (const [at, phase] of phases.slice(0, goal + 1).entries()) {
      const requestId = requestFor(phase, cycleId);
      if (at === 0 || this.made.has(requestId)) continue;
      const title = `${cycle.name}: ${phase}`;
      const needs = this.needs(cycleId, requestFor(phases[at - 1] ?? '', cycleId));
      const input = { id: cycle.id, version: at, requestId, phase, why: '' };
      this.add({ id: requestId, noun: 'phase', title, count: 0, needs, call: 'cycle.set-phase', input });
    }
    return true;
  }

  /** A row as it is brought here: without people and projects that are not. */
  private teamHere(row: TeamRow): TeamRow {
    const { isHere, hasProject } = this.asked;
    const who = { lead: this.person(row.lead), members: row.members.filter(isHere) };
    const parentId = this.has('teams', row.parentId) ? row.parentId : null;
    return { ...row, ...who, parentId, projectIds: row.projectIds.filter(hasProject) };
  }

  private cycleHere(row: CycleRow): CycleRow {
    return { ...row, parentId: this.has('cycles', row.parentId) ? row.parentId : null };
  }

  private objectiveHere(row: ObjectiveRow): ObjectiveRow {
    return { ...row, owner: this.person(row.owner), viewers: row.viewers.filter(this.asked.isHere) };
  }

  /** A decision has an owner: without one its words stay with the evidence. */
  private checkInHere(row: CheckInRow): CheckInRow {
    const { decision, evidence } = row;
    if (decision === null || this.asked.isHere(decision.owner)) return row;
    return { ...row, decision: null, evidence: [evidence, decision.text].filter(Boolean).join('\n') };
  }

  /** The rows that are still to be made; those that are there are compared, as they are and as they would be brought. */
  private fresh<T extends { id: string }>(
    noun: Noun,
    rows: readonly T[],
    name: (row: T) => string,
    here: (row: T) => T = (row) => row,
  ): T[] {
    const compared = !(this.asked.placesOnly === true && (noun === 'teams' || noun === 'cycles'));
    return rows.filter((row) => {
      const standing = this.there[noun].get(row.id);
      if (!standing) return true;
      const fields = compared ? differences(noun, row, standing) : [];
      if (fields.length === 0 || differences(noun, here(row), standing).length === 0) this.plan.same += 1;
      else this.plan.left.push({ noun, title: name(row), why: 'differs', fields });
      return false;
    });
  }

  private add(step: WorldStep): void {
    this.plan.steps.push(step);
    this.made.add(step.id);
  }

  private leave(noun: Noun, title: string, why: Left['why']): void {
    this.plan.left.push({ noun, title, why, fields: [] });
  }

  private has(noun: Noun, id: string | null): boolean {
    if (id === null) return false;
    return this.there[noun].has(id) || (this.own[noun].has(id) && this.made.has(id));
  }

  private needs(...ids: (string | null)[]): string[] {
    return ids.filter((id) => id !== null && this.made.has(id)).filter((id) => id !== null);
  }

  private person<T extends string>(id: T | null): T | null {
    return id !== null && this.asked.isHere(id) ? id : null;
  }

  private titleOf(keyResultId: string): string {
    return this.keyResultOf.get(keyResultId)?.title ?? '';
  }
}

function nameOfIssue({ issueKey, issueTitle, publicName, issueId }: InitiativeRow): string {
  return [issueKey, issueTitle || publicName].filter((text) => text !== '').join(' ') || issueId;
}

/** Parents before what is beneath them. */
function parentsFirst<T extends { id: string; parentId: string | null }>(rows: readonly T[]): T[] {
  const rest = new Map(rows.map((row) => [row.id, row]));
  const ordered: T[] = [];
  const visit = (row: T): void => {
    rest.delete(row.id);
    const parent = row.parentId === null ? undefined : rest.get(row.parentId);
    if (parent) visit(parent);
    ordered.push(row);
  };
  for (const row of rows) if (rest.has(row.id)) visit(row);
  return ordered;
}
