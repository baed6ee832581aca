import { useQuery } from '@tanstack/react-query';
import type { Directory } from '../../../../../src/contract/calls';
import type { AccountId } from '../../../../../src/domain/ids';
import { localDate } from '../../../../../src/domain/dates';
import { todayIn, usePlace } from '../../boot/place-context';
import { sample } from '../../messages/en/sample';
import { useWords } from '../../messages/use-words';
import { call } from '../../rpc/call';
import { callKey } from '../../rpc/use-call';
import type { CycleSlug } from './company';
import { findInJira, type FoundInJira } from './find-in-jira';
import { lantern } from './lantern/lantern';
import { cyclesOf, cyclesToRead, planSample } from './plan-sample';
import { readExisting } from './read-existing';
import { isTold, type SampleCycles } from './sample-dates';
import { sampleIdsOf } from './sample-ids';
import type { Step } from './step';

export type SamplePlan =
  | { state: 'looking' }
  | { state: 'failed'; retry: () => void }
  | {
      state: 'ready';
      jira: FoundInJira;
      steps: Step[];
      /** The running quarter's stories have happened. */ told: boolean;
    };

/** What is to be done on this site: Jira is searched, and what an earlier filling left is read. */
export function useSamplePlan(directory: Directory, me: AccountId): SamplePlan {
  const { siteUrl, timeZone } = usePlace();
  const nameOf = useCycleNames();
  const ids = sampleIdsOf(siteUrl);
  const read = cyclesToRead(ids, directory.cycles);
  const jira = useQuery({ queryKey: ['sample', 'jira'], queryFn: () => findInJira(lantern), retry: false });
  const standing = useQuery({
    // Part of every call's answers, so that it is read again after the company was filled.
    queryKey: [callKey, 'sample', ...read],
    queryFn: async () => {
      const answer = await readExisting(call, ids, directory);
      if (!answer.ok) throw new Error(answer.refusal.message);
      return answer.value;
    },
  });
  if (jira.isError || standing.isError) {
    return { state: 'failed', retry: () => void Promise.all([jira.refetch(), standing.refetch()]) };
  }
  if (jira.data === undefined || standing.data === undefined) return { state: 'looking' };
  const asked = {
    company: lantern,
    ids,
    nameOf,
    today: todayIn(timeZone),
    timeZone,
    me,
    jira: jira.data,
    existing: standing.data,
  };
  const told = isTold(cyclesOf(asked).running, asked.today);
  return { state: 'ready', jira: jira.data, steps: planSample(asked), told };
}

/** `Oct–Dec 2026` for a quarter, `Jul 2026 to Jun 2027` for the year, as the reader's language writes months. */
function useCycleNames() {
  const { t, locale } = useWords();
  const month = (day: string, year: boolean) =>
    new Intl.DateTimeFormat(locale, {
      month: 'short',
      timeZone: 'UTC',
      ...(year ? { year: 'numeric' } : {}),
    }).format(new Date(localDate(day)));
  return (slug: CycleSlug, dates: SampleCycles) => {
    const { startsOn, endsOn } = dates[slug];
    return slug === 'year'
      ? t(sample.yearName, { from: month(startsOn, true), to: month(endsOn, true) })
      : t(sample.quarterName, {
          from: month(startsOn, startsOn.slice(0, 4) !== endsOn.slice(0, 4)),
          to: month(endsOn, true),
        });
  };
}
