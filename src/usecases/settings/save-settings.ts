import type { Output, Parsed } from '../../contract/calls';
import type { SiteReading } from '../../contract/readings';
import { ok, refuse, type Result } from '../../contract/result';
import { checkRules } from '../../domain/check-rules';
import type { IssueId } from '../../domain/ids';
import { mayEditSettings } from '../../policies/team-policy';
import { actOf, already, changesBetween, refusedBy, saved, unlessPermitted, type Refused } from '../acts';
import type { Dependencies } from '../dependencies';
import { jiraUnavailable } from '../jira-unavailable';

/** Field by field, as history tells of them. */
function flat({ rules, ...rest }: SiteReading): object {
  return { ...rules, ...rest };
}

/** Changes the site's settings. An issue to mail from must be one that the app sees. */
export async function saveSettings(
  deps: Dependencies,
  input: Parsed<'settings.save'>,
): Promise<Result<Output<'settings.save'>>> {
  const { version, settings, why } = input;
  const standing = await deps.settings.read();
  const act = actOf(deps, 'settings.save', input, why);
  const done = standing.last && (await already(deps, 'site' as const, standing.last, act, version));
  if (done) return done;
  const refused =
    (await unlessPermitted(
      deps,
      mayEditSettings,
      'Only an OKR lead can change the settings. Ask one of them.',
    )) ?? refusedBy(checkRules(settings.rules), 'settings');
  if (refused) return refused;
  const detail = changesBetween(flat(standing.site), flat(settings));
  if (detail.length === 0) return ok({ id: 'site', version });
  const { mailFrom } = settings;
  const unseen = mailFrom === standing.site.mailFrom ? null : await refuseUnlessSeen(deps, mailFrom);
  if (unseen) return unseen;
  return saved('site', await deps.settings.save(version, settings, act, detail));
}

async function refuseUnlessSeen({ jira }: Dependencies, mailFrom: IssueId | null): Promise<Refused | null> {
  if (mailFrom === null) return null;
  const found = await jira.readIssues('app', [mailFrom], []);
  if (!found.ok) return jiraUnavailable(found.unavailable);
  if (found.value.length > 0) return null;
  return refuse(
    'invalid',
    'Waymark cannot see this issue, so no mail can be sent from it. Choose another, or let apps see it.',
    'settings.mailFrom',
  );
}
