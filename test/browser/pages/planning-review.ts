import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { JudgeModal } from './judge-modal';

const surfaces = z.object({ surfaces: z.object({ backlog: z.string(), board: z.string() }) });

/** The planning review, wherever it was opened from. */
export class PlanningReviewPage {
  constructor(private readonly page: Page) {}

  /** Opens it from the menu of a sprint in a project's backlog. */
  async opensFromSprint(project: string, board: number, sprint: string): Promise<void> {
    await this.goesTo('backlog', project, board);
    const section = this.page.getByRole('region', { name: sprint });
    await this.choosesIn(section);
  }

  /** Opens it from the menu of a whole backlog. */
  async opensFromBacklog(project: string, board: number): Promise<void> {
    await this.goesTo('backlog', project, board);
    const head = this.page.locator('.page__head').filter({ hasText: 'Backlog' });
    await this.choosesIn(head);
  }

  async opensFromBoard(project: string, board: number): Promise<void> {
    await this.goesTo('board', project, board);
    await this.choosesIn(this.page.locator('.page__head'));
  }

  get frame(): FrameLocator {
    return this.page.getByRole('dialog').getByTitle('Plan with outcomes').contentFrame();
  }

  /** No other dialog lies above it. */
  async isAlone(): Promise<void> {
    await expect(this.page.getByTitle('Plan with outcomes')).toHaveCount(1);
  }

  /** Opens the dialog in which an initiative is judged, above the review. */
  async judges(issue: { key: string }): Promise<JudgeModal> {
    await this.button(`Judge ${issue.key}`).click();
    return new JudgeModal(this.page, 'Plan with outcomes');
  }

  /** A key result with what is planned for it. */
  group(keyResult: { title: string }): Locator {
    return this.frame.getByRole('region', { name: keyResult.title });
  }

  /** A part of the page by its heading. */
  section(name: string): Locator {
    return this.frame.getByRole('region', { name, exact: true });
  }

  /** An initiative planned here, by its issue. */
  planned(issue: { key: string }): Locator {
    return this.frame.locator(`li[data-issue="${issue.key}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  /** The key results shown, in their order. */
  async inOrder(...titles: string[]): Promise<void> {
    await expect(this.section('Key results').getByRole('heading', { level: 3 })).toContainText(titles);
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text).first()).toBeVisible();
  }

  private async goesTo(surface: 'backlog' | 'board', projectKey: string, boardId: number): Promise<void> {
    const reply = surfaces.parse(await (await this.page.request.get('/_local/site')).json());
    const address = reply.surfaces[surface]
      .replace('{projectKey}', projectKey)
      .replace('{boardId}', String(boardId));
    await this.page.goto(address);
  }

  private async choosesIn(place: Locator): Promise<void> {
    await place.getByRole('button', { name: 'Apps' }).click();
    await this.page.getByRole('menuitem', { name: /^Plan with outcomes/ }).click();
  }
}
