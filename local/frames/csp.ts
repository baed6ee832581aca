import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';

type Permissions = Parameters<CSPProcessingService['getCspDetails']>[1];

/**
 * The Content-Security-Policy Forge puts on this page of the app in production, computed by Forge's own package
 * from the page and the manifest's permissions. Two things are ours: the site's host stands where the customer's
 * stands, and only this site may frame the page (in production, all of Atlassian's). The report address is left out.
 */
export function contentSecurityPolicy(html: string, permissions: Permissions, siteUrl: string): string {
  const details = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(html, permissions);
  const policy = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: details,
    microsEnv: 'prod',
    hostname: new URL(siteUrl).host,
    isFedRAMP: false,
  });
  return policy
    .filter((directive) => !directive.trim().startsWith('report-uri'))
    .map((directive) =>
      directive.trim().startsWith('frame-ancestors') ? `frame-ancestors 'self' ${siteUrl}` : directive,
    )
    .join('; ');
}
