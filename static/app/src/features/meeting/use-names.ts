import { useQueries } from '@tanstack/react-query';
import type { DigestReading } from '../../../../../src/contract/meeting-calls';
import type { AccountId, IssueId } from '../../../../../src/domain/ids';
import { nameOf } from '../../components/person';
import { base } from '../../messages/en/base';
import { useWords } from '../../messages/use-words';
import { issueQuery, usePeople } from '../../rpc/use-jira';
import type { Names } from './digest-sections';

/** The names of everybody and every issue that a digest speaks of, read in Jira as the reader. */
export function useNames({ objectives }: Pick<DigestReading, 'objectives'>): Names {
  const { t } = useWords();
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  const people = distinct<AccountId>(
    keyResults.flatMap(({ decisions, asks, followed }) => [
      ...decisions.map(({ owner }) => owner),
      ...asks.map(({ of }) => of),
      ...followed.map(({ person }) => person),
    ]),
  );
  const issueIds = distinct<IssueId>(keyResults.flatMap(({ work }) => work.map(({ issueId }) => issueId)));
  const seen = usePeople(people);
  const issues = useQueries({ queries: issueIds.map(issueQuery) });
  return {
    person: (id) => {
      const one = seen[people.indexOf(id)];
      return one === undefined || one.state === 'loading' ? '…' : nameOf(one, t);
    },
    issue: (id, publicName) => {
      const read = issues[issueIds.indexOf(id)];
      if (read?.data) return `${read.data.key} ${read.data.summary}`;
      return publicName || t(read?.isError ? base.issueMissing : base.hiddenIssues, { count: 1 });
    },
  };
}

function distinct<T>(ids: readonly T[]): T[] {
  return [...new Set(ids)];
}
