import { countIssues } from '../../../../../src/domain/planning';
import { sayOutcome, sayPace } from '../../../../../src/domain/say';
import { planning as texts } from '../../messages/en/planning';
import { useWords, type Words } from '../../messages/use-words';
import { countVerdicts } from './earlier-work';
import type { KeyResultGroup } from './group-card';
import type { PlanTable } from './planning-review';
import type { Part } from './review-document';
import type { TableIssues } from './use-table-issues';
import { isQuiet } from './view';

/** What a review came to: what was decided, how the key results stand with what is planned, and what serves none. */
export function useResult(plan: PlanTable, table: TableIssues, log: readonly string[]): Part[] {
  const words = useWords();
  const { t } = words;
  const open = plan.open.filter((group) => group.planned.length > 0 || !isQuiet(group));
  return [
    { heading: t(texts.endDecided), lines: log.length > 0 ? [...log] : [t(texts.endNothing)] },
    { heading: t(texts.endOpen), lines: open.map((group) => lineOf(group, table, words)) },
    {
      heading: t(texts.endReached),
      lines: plan.reached.map((group) => lineOf(group, table, words)),
    },
    {
      heading: t(texts.notMovedTitle),
      lines: plan.notMoved.map(
        ({ of, planned }) =>
          `${of.keyResult.key}: ${nameOf(planned.initiative.issueId, planned.initiative.publicName, table, words)}`,
      ),
    },
    {
      heading: t(texts.restTitle),
      lines: [t(texts.endRest, { run: plan.runWork.length, unsaid: plan.notSaid.length })],
    },
  ].filter(({ lines }) => lines.length > 0);
}

function lineOf({ of, planned, earlier }: KeyResultGroup, table: TableIssues, words: Words): string {
  const { t, locale, list, number } = words;
  const { keyResult, standing, today } = of;
  const names = planned.map(({ initiative }) =>
    nameOf(initiative.issueId, initiative.publicName, table, words),
  );
  const stands = t(texts.endLine, {
    outcome: sayOutcome(keyResult.definition, standing, locale, today),
    pace: sayPace(standing.pace),
    confidence: standing.confidence === null ? t(texts.endNoConfidence) : number(standing.confidence.value),
    planned:
      planned.length === 0
        ? t(texts.endNoWork)
        : t(texts.endPlanned, { count: countIssues(planned), names: list(names) }),
  });
  const before = earlier.length === 0 ? [] : [t(texts.earlier, { said: countVerdicts(of, earlier, words) })];
  return [`${keyResult.key} ${keyResult.title}: ${stands}`, ...before].join('. ');
}

function nameOf(
  id: Parameters<TableIssues['known']['get']>[0],
  publicName: string,
  { known }: TableIssues,
  { t }: Words,
): string {
  const issue = known.get(id);
  return issue ? `${issue.key} ${issue.summary}` : publicName || t(texts.anIssue);
}
