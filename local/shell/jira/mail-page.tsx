import { useQuery } from '@tanstack/react-query';
import { loadMails, type Mail } from '../api/mail';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { formatMoment } from '../site/clock';
import { usePerson } from '../site/person-context';

/** The person's e-mail: what Jira would have sent them. */
export function MailPage() {
  useTitle('Mail');
  const { accountId, displayName } = usePerson();
  const mails = useQuery({ queryKey: ['mails', accountId], queryFn: () => loadMails(accountId) });
  return (
    <div className="page">
      <h1>Mail to {displayName}</h1>
      <p className="quiet">No mail leaves this machine: here is what Jira would have sent.</p>
      {mails.error !== null && <Failed error={mails.error} what="mail" />}
      {mails.isPending && <Loading what="mail" />}
      {mails.data?.length === 0 && <p>There is no mail yet.</p>}
      {mails.data?.map((mail) => (
        <MailView key={mail.id} mail={mail} />
      ))}
    </div>
  );
}

function MailView({ mail: { id, at, issueKey, subject, html } }: { mail: Mail }) {
  return (
    <section className="page__section" aria-labelledby={`mail-${id}`}>
      <h2 id={`mail-${id}`}>{subject}</h2>
      <p className="quiet">
        {formatMoment(new Date(at))}, from {issueKey}
      </p>
      {/* As a mail program shows it: no scripts, and links open in the whole window. */}
      <iframe
        className="mail"
        title={subject}
        sandbox="allow-top-navigation-by-user-activation"
        srcDoc={`<base target="_top"><style>${mailStyle}</style>${html}`}
      />
    </section>
  );
}

const mailStyle = 'body{font:14px/1.6 system-ui,sans-serif;background:#fff;color:#292a2e}';
