import type { SiteReading } from '../contract/readings';
import { defaultRules } from '../domain/rules';

/** What a site has until somebody saves its settings. */
export const defaultSite: SiteReading = {
  rules: defaultRules,
  keyPrefix: { objective: 'O', keyResult: 'KR' },
  scoreWords: { achieved: '', partial: '', missed: '', dropped: '' },
  newTeam: { cadence: 'weekly', timeZone: null },
  mailFrom: null,
};

/** Saved settings; those that are newer than the save have their defaults. */
export function siteOrDefault(saved: SiteReading | null | undefined): SiteReading {
  if (!saved) return defaultSite;
  return {
    rules: { ...defaultSite.rules, ...saved.rules },
    keyPrefix: { ...defaultSite.keyPrefix, ...saved.keyPrefix },
    scoreWords: { ...defaultSite.scoreWords, ...saved.scoreWords },
    newTeam: { ...defaultSite.newTeam, ...saved.newTeam },
    mailFrom: saved.mailFrom ?? null,
  };
}
