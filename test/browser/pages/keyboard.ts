import { expect, type Locator, type Page } from '@playwright/test';

/** More places to stop at than any page here has: a lead's own page lists what waits in every team that a test made. */
const mostStops = 400;

/** A person who has no mouse. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses Tab until the focus is there; fails when a whole round does not reach it. */
  async goesTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < mostStops; stop += 1) {
      const isThere = await target.evaluate(
        (element) => element.ownerDocument.hasFocus() && element.ownerDocument.activeElement === element,
      );
      if (isThere) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target.toString()}`);
  }

  async presses(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Goes to a button or link and presses it. */
  async uses(target: Locator): Promise<void> {
    await this.goesTo(target);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Goes to a link that leaves the page it is on, and presses it. The frame that has the focus goes with its page, so it may
   * never say that it took the key: whoever asks waits for what arrives instead.
   */
  async leavesBy(target: Locator): Promise<void> {
    await this.goesTo(target);
    void this.page.keyboard.press('Enter').catch(() => undefined);
  }

  /** Goes to a field and types over what stands there. */
  async types(field: Locator, text: string): Promise<void> {
    await this.goesTo(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  /** Goes to a list that is searched by typing, and takes this option. */
  async chooses(field: Locator, search: string, option: Locator): Promise<void> {
    await this.goesTo(field);
    await this.page.keyboard.type(search);
    await expect(option).toBeVisible();
    await this.page.keyboard.press('Enter');
  }
}
