import { expect, type Locator, type Page } from '@playwright/test';
import { OkrPage } from './okr-page';

/** The map of what serves what, as a picture and as a list. */
export class MapPage {
  readonly frame;

  constructor(private readonly page: Page) {
    this.frame = new OkrPage(page).frame;
  }

  /** Opens the map with what an address asks for: `?cycle=…&find=…`. */
  async opens(query = ''): Promise<void> {
    await new OkrPage(this.page).opens(`/map${query}`);
    await expect(this.frame.getByRole('heading', { level: 1, name: 'Map' })).toBeVisible();
  }

  /** How many there are, fit and are shown. */
  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByRole('status').filter({ hasText: text })).toBeVisible({ timeout: 30_000 });
  }

  /** Nodes of the picture. */
  get nodes(): Locator {
    return this.frame.getByRole('treeitem');
  }

  /** Rows of the list, its head left out. */
  get rows(): Locator {
    return this.frame.getByRole('treegrid').locator('tbody').getByRole('row');
  }

  /** What the focus is on: a node, or a row. */
  get focused(): Locator {
    return this.frame.locator(':focus');
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  get search(): Locator {
    return this.frame.getByRole('searchbox', { name: 'Find' });
  }
}
