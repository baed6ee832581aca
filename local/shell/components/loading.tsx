import Spinner from '@atlaskit/spinner';

export function Loading({ what }: { what: string }) {
  return (
    <div className="loading">
      <Spinner size="large" label={`Loading the ${what}`} />
    </div>
  );
}
