import Link from '@atlaskit/link';
import type { ReactNode } from 'react';
import type { KeyResultId } from '../../../../src/domain/ids';
import { usePlace } from '../boot/place-context';
import { openKeyResult, openKeyResultFromConfluence } from '../rpc/product-events';

type Props = {
  id: KeyResultId;
  children: ReactNode;
  /** A title: underlined only under the pointer. */ quiet?: boolean;
};

/** Opens a key result's page. Its address is the product's secret, so the product is asked to go there. */
export function KeyResultLink({ id, children, quiet = false }: Props) {
  const open = usePlace().macro === null ? openKeyResult : openKeyResultFromConfluence;
  return (
    <Link
      href={`#${id}`}
      {...(quiet ? { appearance: 'subtle' as const } : {})}
      onClick={(event) => {
        event.preventDefault();
        void open(id);
      }}
    >
      {children}
    </Link>
  );
}
