import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';

/** One broken accessibility rule: which, why, and where. */
export interface Violation {
  rule: string;
  help: string;
  where: string[];
}

interface Fixtures {
  /**
   * Checks the page, its frames included, against WCAG 2.2 A and AA with axe; `within` narrows it to a CSS selector.
   * Answers what is broken, so that a test reads `expect(await violations()).toEqual([])`.
   */
  violations: (within?: string) => Promise<Violation[]>;
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const test = base.extend<Fixtures>({
  violations: async ({ page }, use) => {
    await use(async (within) => {
      const builder = new AxeBuilder({ page }).withTags(standards);
      const results = await (within === undefined ? builder : builder.include(within)).analyze();
      if (results.passes.length === 0) throw new Error('axe found nothing to check on this page.');
      return results.violations.map(({ id, help, nodes }) => ({
        rule: id,
        help,
        where: nodes.map(({ target }) => target.join(' ')),
      }));
    });
  },
});

export { expect };
