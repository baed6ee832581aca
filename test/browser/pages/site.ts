import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { timeOfSites } from '../builders/days';
import { atRest } from './at-rest';

const people = z.array(z.object({ accountId: z.string(), role: z.string() }));

/** The local site around Waymark: who sits at the browser, in which theme, on what day. */
export class Site {
  constructor(private readonly page: Page) {}

  /** Makes the person with this role the one at the browser, from the next page on; says who the roles are if none has it. */
  async becomes(role: string): Promise<void> {
    const reply = await this.page.request.get('/_site/people');
    const all = people.parse(await reply.json());
    const person = all.find((one) => one.role === role);
    if (person === undefined)
      throw new Error(`Nobody is "${role}"; there are: ${all.map((p) => p.role).join(', ')}`);
    const url = new URL(reply.url()).origin;
    await this.page.context().addCookies([{ name: 'waymark-person', value: person.accountId, url }]);
  }

  /** Ends somebody's account, or opens it again, as an administrator of the organisation does. */
  async isGone({ id }: { id: string }, gone: boolean): Promise<void> {
    const reply = await this.page.request.post(`/_site/people/${id}`, { data: { active: !gone } });
    expect(reply.ok()).toBe(true);
  }

  /** Somebody closes their Atlassian account for good. */
  async closesAccount({ id }: { id: string }): Promise<void> {
    const reply = await this.page.request.post(`/_site/people/${id}`, { data: { closed: true } });
    expect(reply.ok()).toBe(true);
  }

  /** Calls what Forge calls before it uninstalls the app. */
  async uninstalls(): Promise<void> {
    await this.control('uninstall', {});
  }

  /** Whether an issue carries Waymark's property, as the person at the browser sees it. */
  async hasProperty({ id }: { id: string }): Promise<boolean> {
    const reply = await this.page.request.get(`/rest/api/3/issue/${id}/properties/waymark`);
    expect([200, 404]).toContain(reply.status());
    return reply.status() === 200;
  }

  /** Switches the theme, from the next page on. */
  async wears(mode: 'light' | 'dark'): Promise<void> {
    await this.page.addInitScript((chosen) => localStorage.setItem('waymark-local-theme', chosen), mode);
  }

  /** Switches the theme of the page as it stands, dialogs and frames with it; answers when nothing changes colour any more. */
  async switchesTo(mode: 'light' | 'dark'): Promise<void> {
    // A dialog lies over the button, as it does for people: they would close it, which is not what is tried here.
    await this.page.locator('button', { hasText: `Switch to ${mode}` }).dispatchEvent('click');
    for (const frame of this.page.frames()) {
      await expect(frame.locator('html')).toHaveAttribute('data-color-mode', mode);
    }
    await atRest(this.page);
  }

  /** Moves the site's time; it runs on from there. `null` is the time at which every test begins. */
  async isNow(now: string | null): Promise<void> {
    await this.control('clock', { now: now ?? timeOfSites().toISOString() });
  }

  /** Runs a scheduled trigger of manifest.yml now, by its key. */
  async runs(schedule: string): Promise<void> {
    await this.control(`schedule/${schedule}`, {});
  }

  private async control(path: string, data: object): Promise<void> {
    const reply = await this.page.request.post(`/_local/${path}`, { data });
    if (!reply.ok()) throw new Error(`/_local/${path} answered ${reply.status()}: ${await reply.text()}`);
  }
}
