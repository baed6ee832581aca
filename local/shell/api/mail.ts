import { z } from 'zod';
import { request } from './http';

const mails = z.object({
  mails: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      issueKey: z.string(),
      to: z.object({ accountId: z.string(), displayName: z.string() }),
      subject: z.string(),
      html: z.string(),
    }),
  ),
});

export type Mail = z.infer<typeof mails>['mails'][number];

/** What Jira would have sent to this person, the newest first. */
export async function loadMails(accountId: string): Promise<Mail[]> {
  const all = await request(mails, '/_local/mail');
  return all.mails.filter(({ to }) => to.accountId === accountId);
}
