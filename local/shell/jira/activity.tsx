import { useQuery } from '@tanstack/react-query';
import { adfDocument } from '../../frames/adf';
import { loadComments, loadHistory, type Issue } from '../api/jira';
import { PersonPicture } from '../components/person-picture';
import { AdfView } from './adf-view';
import { formatAgo, formatMoment } from '../site/clock';

/** What was said about the issue, and what happened to it, newest first. */
export function Activity({ issue }: { issue: Issue }) {
  const history = useQuery({
    queryKey: ['history', issue.id, issue.fields.updated],
    queryFn: () => loadHistory(issue.id),
  });
  return (
    <section aria-labelledby="activity-heading" className="issue__section">
      <h2 id="activity-heading">Activity</h2>
      <Comments issue={issue} />
      {history.data?.length === 0 && <p className="quiet">Nothing has changed since it was created.</p>}
      <ul className="activity">
        {history.data?.slice(0, 20).map((change) => (
          <li key={change.id} className="activity__entry">
            <PersonPicture user={change.author} showName={false} />
            <div>
              <p>
                <strong>{change.author?.displayName ?? 'An app'}</strong> changed{' '}
                {change.items.map((item) => item.field).join(', ')}{' '}
                <time className="quiet" title={formatMoment(new Date(change.created))}>
                  {formatAgo(new Date(change.created))}
                </time>
              </p>
              {change.items.map((item, index) => (
                <p key={index} className="activity__change">
                  {textOr(item.fromString)} → {textOr(item.toString)}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Comments({ issue }: { issue: Issue }) {
  const comments = useQuery({
    queryKey: ['comments', issue.id, issue.fields.updated],
    queryFn: () => loadComments(issue.id),
  });
  if (!comments.data?.length) return null;
  return (
    <ul className="activity" aria-label="Comments">
      {comments.data.map((comment) => (
        <li key={comment.id} className="activity__entry">
          <PersonPicture user={comment.author} showName={false} />
          <div>
            <p>
              <strong>{comment.author?.displayName ?? 'An app'}</strong> commented{' '}
              <time className="quiet" title={formatMoment(new Date(comment.created))}>
                {formatAgo(new Date(comment.created))}
              </time>
            </p>
            <AdfView nodes={adfDocument(comment.body).content} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function textOr(text: string | null | undefined): string {
  return text === null || text === undefined || text === '' ? 'None' : text;
}
