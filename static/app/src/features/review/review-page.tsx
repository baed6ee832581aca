import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ReviewReading } from '../../../../../src/contract/review-calls';
import { isUuid, type CycleId } from '../../../../../src/domain/ids';
import { reviewOwner } from '../../../../../src/domain/quality/review-cycle';
import { isDismissed } from '../../../../../src/domain/quality/finding';
import { todayIn, usePlace } from '../../boot/place-context';
import { Choice } from '../../components/choice';
import { EmptyState } from '../../components/empty-state';
import { LoadFailure } from '../../components/load-failure';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { base } from '../../messages/en/base';
import { report } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { callQuery } from '../../rpc/call-query';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { FoundList } from './found-list';
import { reviewTeams, standingOf } from './review-team';
import styles from './review.module.css';
import { TeamReview } from './team-review';

/** The quality review of a whole cycle, by team and objective; which cycle is in the address, to be shared. */
export function ReviewPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const asked = params.get('cycle');
  const cycleId = isUuid<'cycle'>(asked) ? asked : null;
  const reading = useCall('review.read', { cycleId, after: 0 });
  return (
    <main className={pages.page}>
      <Read reading={reading}>
        {(first) => (
          <>
            <div>
              <Heading size="large" as="h1">
                {t(report.title, { cycle: first.cycle.name })}
              </Heading>
              <p className={pages.lead}>{t(report.lead)}</p>
            </div>
            {first.cycles.length > 1 && (
              <div role="search" className={styles.choice}>
                <Choice<CycleId>
                  isCompact
                  label={t(report.cycle)}
                  value={first.cycle.id}
                  options={first.cycles.map(({ id, name }) => ({ value: id, label: name }))}
                  onChoose={(id) => setParams({ cycle: id })}
                />
              </div>
            )}
            <Pages key={first.cycle.id} first={first} />
          </>
        )}
      </Read>
    </main>
  );
}

/** The first teams, and as many more as were asked for. */
function Pages({ first }: { first: ReviewReading }) {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const [afters, setAfters] = useState<number[]>([]);
  const { cycle } = first;
  const asked = useQueries({
    queries: afters.map((after) => callQuery('review.read', { cycleId: cycle.id, after })),
  });
  const readings = [first, ...asked.flatMap(({ data }) => (data?.ok ? [data.value] : []))];
  const failed = asked.find(({ isError }) => isError);
  const next = readings.at(-1)?.next ?? null;
  const today = todayIn(timeZone);
  const teams = readings.flatMap((reading) => reviewTeams(reading, today, timeZone));
  if (teams.length === 0) return <EmptyState title={t(report.empty)}>{t(report.emptyWhy)}</EmptyState>;
  return (
    <>
      <Summary first={first} standing={standingOf(teams)} whole={next === null} />
      <Overburdened first={first} />
      {teams.map((of) => (
        <TeamReview
          key={of.team.id}
          of={of}
          cycleId={cycle.id}
          worth={readings.flatMap(({ worth }) => worth)}
        />
      ))}
      {failed && <LoadFailure detail={t(base.callFailed)} onRetry={() => void failed.refetch()} />}
      {next !== null && !failed && (
        <div>
          <Button
            isLoading={asked.some(({ isPending }) => isPending)}
            onClick={() => setAfters((now) => [...now, next])}
          >
            {t(report.more)}
          </Button>
        </div>
      )}
    </>
  );
}

function Summary({
  first,
  standing,
  whole,
}: {
  first: ReviewReading;
  standing: ReturnType<typeof standingOf>;
  whole: boolean;
}) {
  const { t } = useWords();
  const count = (severity: 'fail' | 'warn' | 'ask') =>
    standing.filter((one) => one.severity === severity).length;
  return (
    <p role="status">
      {t(report.counted, first.count)}{' '}
      {t(report.found, { fail: count('fail'), warn: count('warn'), ask: count('ask') })}
      {!whole && <> {t(report.soFar)}</>}
    </p>
  );
}

/** Owners of too many key results, counted over the whole cycle. */
function Overburdened({ first }: { first: ReviewReading }) {
  const own = first.dismissed.filter(({ subjectId }) => subjectId === first.cycle.id);
  return (
    <div className={styles.notes}>
      {first.overburdened.map((one) => {
        const finding = reviewOwner(one, first.site.rules.caps);
        const standing = isDismissed(finding, own) ? [] : [finding];
        const dismissed = own.filter((by) => isDismissed(finding, [by]));
        return (
          <FoundList
            key={one.owner}
            subject={{ kind: 'cycle', id: first.cycle.id }}
            found={{ standing, dismissed }}
            canEdit={first.can.edit}
            who={() => <Person id={one.owner} inline />}
          />
        );
      })}
    </div>
  );
}
