import type { ReactNode } from 'react';
import type { Reading } from '../rpc/use-call';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { LoadFailure } from './load-failure';
import { Notice } from './notice';
import { SkeletonLines } from './skeleton-lines';

type Props<T> = {
  reading: Reading<T>;
  /** Instead of the usual grey lines. */
  skeleton?: ReactNode;
  children: (value: T, refreshing: boolean) => ReactNode;
};

/** Shows a view's data, or whichever of loading, setting up, refused and failed stands in its place. */
export function Read<T>({ reading, skeleton, children }: Props<T>) {
  const { t } = useWords();
  switch (reading.state) {
    case 'loading':
      return skeleton ?? <SkeletonLines />;
    case 'setting-up':
      return (
        <Notice tone="info" title={t(base.settingUp)}>
          <p role="status">{reading.howFar}</p>
          <p>{t(base.settingUpWhy)}</p>
        </Notice>
      );
    case 'refused':
      return <Notice tone="warning">{reading.refusal.message}</Notice>;
    case 'failed':
      return <LoadFailure detail={t(base.callFailed)} onRetry={reading.retry} />;
    case 'ready':
      return children(reading.value, reading.refreshing);
  }
}
