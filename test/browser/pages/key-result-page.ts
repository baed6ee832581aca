import { expect, type Page } from '@playwright/test';
import type { KeyResult } from '../builders/world';
import { AttachManyModal } from './attach-many-modal';
import { CheckInModal } from './check-in-modal';
import { EventModal } from './event-modal';
import { JudgeModal } from './judge-modal';
import { OkrPage } from './okr-page';

/** A key result's own page. */
export class KeyResultPage {
  private readonly frame;

  constructor(private readonly page: Page) {
    this.frame = new OkrPage(page).frame;
  }

  async opens(keyResult: KeyResult): Promise<void> {
    await new OkrPage(this.page).opens(`/key-results/${keyResult.id}`);
    await expect(
      this.frame.getByRole('heading', { level: 1, name: `${keyResult.key} ${keyResult.title}`, exact: true }),
    ).toBeVisible();
  }

  async hasOutcome(...texts: string[]): Promise<void> {
    for (const text of texts)
      await expect(this.frame.getByRole('region', { name: 'Outcome' })).toContainText(text);
  }

  /** A row of the chart's table of measurements, as a screen reader reads it out: of values people entered. */
  async chartSays(keyResult: KeyResult, row: string): Promise<void> {
    const table = `Measurements of ${keyResult.key} against pace`;
    await expect(this.chartTable(table, `${row} A person`)).toBeAttached();
  }

  /** An initiative's row in the chart's table of marks: attached, started, live and done. */
  async marksSay(row: string): Promise<void> {
    await expect(this.chartTable('When the work happened', row)).toBeAttached();
  }

  /** What the chart draws, by its key. */
  async chartDraws(...names: string[]): Promise<void> {
    const drawn = this.frame.getByRole('region', { name: 'Measurements' }).getByRole('figure');
    for (const name of names) await expect(drawn.getByText(name, { exact: true }).first()).toBeVisible();
  }

  /** The newest check-in first: `at` counts from it. */
  async hasCheckIn(at: number, ...texts: string[]): Promise<void> {
    const row = this.frame.getByRole('region', { name: 'Check-ins' }).getByRole('listitem').nth(at);
    for (const text of texts) await expect(row).toContainText(text);
  }

  async hasHistory(...texts: string[]): Promise<void> {
    for (const text of texts) {
      await expect(this.frame.getByRole('region', { name: 'History' }).getByText(text).first()).toBeVisible();
    }
  }

  initiative(issueKey: string) {
    return this.frame
      .getByRole('region', { name: 'Work that should move it' })
      .getByRole('listitem')
      .filter({ has: this.frame.getByRole('link', { name: issueKey, exact: true }) });
  }

  /** What the verdict on an initiative says, and what people hold of it. */
  async hasVerdict(issueKey: string, ...texts: string[]): Promise<void> {
    for (const text of texts) await expect(this.initiative(issueKey)).toContainText(text);
  }

  /** The verdict alone. */
  verdict(issueKey: string) {
    return this.initiative(issueKey).locator('[data-verdict]');
  }

  showWhyButton(issueKey: string) {
    return this.initiative(issueKey).getByRole('button', { name: /^Show why/ });
  }

  /** The picture of a verdict, once it is open. */
  picture(issueKey: string) {
    return this.initiative(issueKey).getByRole('figure');
  }

  /** A row of the picture's table by how it begins, as a screen reader reads it out. */
  pictureRow(issueKey: string, begins: string) {
    const table = this.initiative(issueKey).getByRole('table', { name: /^What the verdict on/ });
    return table.getByRole('row', { name: new RegExp(`^${begins}`) });
  }

  judgeButton(issueKey: string) {
    return this.initiative(issueKey).getByRole('button', { name: /^(Give your verdict|Judge|Decide)/ });
  }

  async judges(issueKey: string): Promise<JudgeModal> {
    await this.judgeButton(issueKey).click();
    return this.judging();
  }

  /** The dialog that is open. */
  judging(): JudgeModal {
    return new JudgeModal(this.page);
  }

  get markEventButton() {
    return this.frame.getByRole('button', { name: 'Mark an event' });
  }

  async marksEvent(): Promise<EventModal> {
    await this.markEventButton.click();
    return new EventModal(this.page);
  }

  event(title: string) {
    return this.frame
      .getByRole('region', { name: 'What else happened' })
      .getByRole('listitem')
      .filter({ hasText: title });
  }

  async editsEvent(title: string): Promise<EventModal> {
    await this.event(title).getByRole('button', { name: /^Edit/ }).click();
    return new EventModal(this.page);
  }

  get checkInButton() {
    return this.frame.getByRole('button', { name: 'Check in', exact: true });
  }

  async checksIn(): Promise<CheckInModal> {
    await this.checkInButton.click();
    return new CheckInModal(this.page);
  }

  /** With the focus on the button already. */
  async checksInByKeyboard(): Promise<CheckInModal> {
    await this.page.keyboard.press('Enter');
    return new CheckInModal(this.page);
  }

  async attachesSeveral(): Promise<AttachManyModal> {
    await this.frame.getByRole('button', { name: 'Attach issues' }).click();
    return new AttachManyModal(this.page);
  }

  async detaches(issueKey: string): Promise<void> {
    await this.initiative(issueKey).getByRole('button', { name: 'Detach' }).click();
  }

  private chartTable(caption: string, row: string) {
    return this.frame.getByRole('table', { name: caption }).getByRole('row', { name: row, exact: true });
  }
}
