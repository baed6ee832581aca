import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import type { SiteReading } from '../../contract/readings';
import { checkRules } from '../../domain/check-rules';
import { mayEditSettings } from '../../policies/team-policy';
import { actOf, already, changesBetween, refusedBy, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

/** Field by field, as history tells of them. */
function flat({ rules, ...rest }: SiteReading): object {
  return { ...rules, ...rest };
}

/** Changes the site's settings. */
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
  return saved('site', await deps.settings.save(version, settings, act, detail));
}
