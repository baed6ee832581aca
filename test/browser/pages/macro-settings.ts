import { expect, type FrameLocator, type Locator } from '@playwright/test';

type Kind = 'Objectives' | 'Key results' | 'Teams' | 'Cycles';

/** The macro's settings, in the dialog Confluence opens for them. */
export class MacroSettings {
  private readonly frame: FrameLocator;

  constructor(private readonly dialog: Locator) {
    this.frame = dialog.frameLocator('iframe');
  }

  async searches(text: string): Promise<void> {
    await this.frame.getByRole('combobox').fill(text);
  }

  /** One of what the search found. */
  found(kind: Kind, title: string): Locator {
    return this.frame.getByRole('group', { name: kind }).getByRole('option', { name: title });
  }

  async picks(kind: Kind, title: string): Promise<void> {
    await this.found(kind, title).click();
  }

  /** Picks what is marked in the list, without the mouse. */
  async picksMarked(): Promise<void> {
    await this.frame.getByRole('combobox').press('Enter');
  }

  async choosesAnother(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Choose another' }).click();
  }

  async choosesLayout(name: 'Full' | 'Compact'): Promise<void> {
    await this.frame.getByRole('radio', { name }).check();
  }

  get preview(): Locator {
    return this.frame.getByRole('region', { name: 'Preview' });
  }

  get body(): Locator {
    return this.frame.locator('body');
  }

  get saveButton(): Locator {
    return this.frame.getByRole('button', { name: 'Save' });
  }

  async saves(): Promise<void> {
    await this.saveButton.click();
    await expect(this.dialog).toBeHidden();
  }
}
