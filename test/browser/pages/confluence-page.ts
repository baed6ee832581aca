import { expect, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { MacroPanel } from './macro-panel';
import { MacroSettings } from './macro-settings';

const created = z.object({ id: z.string() });
const spaceList = z.object({ results: z.array(z.object({ id: z.string(), key: z.string() })) });
/** The space everyone may read. */
const spaceKey = 'LAN';

/** A page of the Confluence-like site: read, edited, exported. */
export class ConfluencePage {
  constructor(private readonly page: Page) {}

  /** Makes a page in the space everyone may read and opens it in the editor. */
  async writes(title: string): Promise<void> {
    const { request } = this.page;
    const spaces = spaceList.parse(await (await request.get('/wiki/api/v2/spaces?limit=50')).json()).results;
    const spaceId = spaces.find(({ key }) => key === spaceKey)?.id;
    const reply = await request.post('/wiki/api/v2/pages', { data: { spaceId, status: 'current', title } });
    const { id } = created.parse(await reply.json());
    await this.page.goto(`/wiki/spaces/${spaceKey}/pages/edit-v2/${id}`);
  }

  /** Puts the macro at the end of the page; its settings open. */
  async insertsMacro(): Promise<MacroSettings> {
    await this.page.getByRole('button', { name: 'Insert' }).click();
    await this.page.getByRole('menuitem', { name: /Waymark OKRs/ }).click();
    return this.settings;
  }

  /** Opens the settings of the macro that is on the page. */
  async changesMacro(): Promise<MacroSettings> {
    await this.page.getByRole('button', { name: 'Edit Waymark OKRs' }).click();
    return this.settings;
  }

  async publishes(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish' }).click();
    await expect(this.page.getByRole('link', { name: 'Edit', exact: true })).toBeVisible();
  }

  /** Opens what stands in the page's PDF. */
  async exports(): Promise<Locator> {
    await this.page.getByRole('link', { name: 'Export' }).click();
    return this.page.getByRole('article');
  }

  /** The macro on the page, once it has told Confluence that it is ready. */
  async macro(): Promise<MacroPanel> {
    const frame = this.page.getByRole('main').getByTitle('Waymark OKRs', { exact: true });
    await expect(frame).toHaveAttribute('data-ready', 'true');
    return new MacroPanel(this.page, frame.contentFrame());
  }

  private get settings(): MacroSettings {
    return new MacroSettings(this.page.getByRole('dialog'));
  }
}
