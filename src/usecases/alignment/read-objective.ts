import {
  mostSupporters,
  type ObjectivePage,
  type RelatedObjective,
  type Served,
} from '../../contract/alignment-calls';
import type { Output, Parsed } from '../../contract/calls';
import type { SiteReading } from '../../contract/readings';
import { ok, refuse, type Result } from '../../contract/result';
import type { ObjectiveId } from '../../domain/ids';
import type { Signals } from '../../domain/signals';
import { viewer } from '../../policies/actor';
import type { Relative } from '../../storage/alignment-reader';
import type { Dependencies } from '../dependencies';
import { present } from '../present';
import { presentShared } from '../sharing/present-shared';
import { nameOf, servedKind, signalsAt, throughOf } from './present-related';

/** Those above it beside those beneath: a chain is as long as an organisation is deep. */
const mostRelatives = mostSupporters + 100;

/**
 * One objective's page: what it serves up to the top, what serves it, and how each stands. Three statements in two steps.
 * What the reader may not see is not there: a chain ends with it, and nothing tells what it is.
 */
export async function readObjective(
  deps: Dependencies,
  { id }: Parsed<'objective.read'>,
): Promise<Result<Output<'objective.read'>>> {
  const [found, family, who] = await Promise.all([
    deps.okrs.readWithShared({ by: 'objective', id }, deps.me),
    deps.alignment.family(id, deps.me, mostRelatives),
    viewer(deps.actor),
  ]);
  const relatives = new Map(family.map((one) => [one.objective.id, one]));
  const self = relatives.get(id);
  if (found.objectives.length === 0 || !self) {
    return refuse('not-found', 'This objective is not there, or you may not see it.');
  }
  const { above, top } = chainOf(self, relatives);
  const beneath = family.filter(
    ({ objective, served }) => served.parentObjectiveId === id && objective.id !== id,
  );
  const shown = beneath.slice(0, mostSupporters);
  const measured = await deps.measured.of([
    ...new Set([...above, ...shown].map(({ objective }) => objective.id)),
  ]);
  const { site } = found;
  const signals = signalsAt(family, measured, site.rules, deps.now);
  const chain = [self, ...above];
  return ok({
    ...present(found, who),
    shared: presentShared(found, who),
    alignment: { id: self.served.id, version: self.served.version, serves: servedBy(self, relatives, site) },
    above: above.map((one, at) => related(one, chain[at] ?? self, signals, site)),
    top,
    supporters: shown.map((one) => related(one, one, signals, site)),
    supporterCount: beneath.length,
  });
}

/** Upwards until nothing more is served, or may be seen; a circle ends where it began. */
function chainOf(
  self: Relative,
  relatives: ReadonlyMap<ObjectiveId, Relative>,
): { above: Relative[]; top: ObjectivePage['top'] } {
  const above: Relative[] = [];
  const seen = new Set([self.objective.id]);
  let at = self;
  for (;;) {
    const kind = servedKind(at);
    const parentId = at.served.parentObjectiveId;
    const parent = parentId === null ? undefined : relatives.get(parentId);
    if (kind !== 'objective' && kind !== 'key-result') return { above, top: kind };
    if (!parent) return { above, top: 'gone' };
    if (seen.has(parent.objective.id)) return { above, top: 'circle' };
    seen.add(parent.objective.id);
    above.push(parent);
    at = parent;
  }
}

function servedBy(self: Relative, relatives: ReadonlyMap<ObjectiveId, Relative>, site: SiteReading): Served {
  const kind = servedKind(self);
  if (kind === 'none') return { kind, why: self.served.why };
  if (kind !== 'objective' && kind !== 'key-result') return { kind };
  const parentId = self.served.parentObjectiveId;
  const parent = parentId === null ? undefined : relatives.get(parentId);
  if (!parent) return { kind: 'gone' };
  const objective = nameOf(parent, site.keyPrefix);
  const keyResult = throughOf(self, site.keyPrefix);
  return keyResult ? { kind: 'key-result', keyResult, objective } : { kind: 'objective', objective };
}

/** `by`: who says through which key result. */
function related(
  one: Relative,
  by: Relative,
  signals: (id: ObjectiveId) => Signals,
  { keyPrefix }: SiteReading,
): RelatedObjective {
  return {
    ...nameOf(one, keyPrefix),
    owner: one.objective.owner,
    signals: signals(one.objective.id),
    through: throughOf(by, keyPrefix),
  };
}
