import SectionMessage from '@atlaskit/section-message';
import { RequestError } from '../api/http';
import { NotFound } from './not-found';

/** What a page shows when its data did not come. */
export function Failed({ error, what }: { error: Error; what: string }) {
  if (error instanceof RequestError && (error.status === 404 || error.status === 403))
    return <NotFound what={what} />;
  return (
    <div className="page">
      <SectionMessage appearance="error" title={`The ${what} did not load`}>
        <p>{error.message}</p>
      </SectionMessage>
    </div>
  );
}
