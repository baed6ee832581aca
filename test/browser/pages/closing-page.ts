import type { Page } from '@playwright/test';
import type { World } from '../builders/world';
import { OkrPage } from './okr-page';

type Named = { key: string; title: string };

/** The end of a team's cycle: scores, write-ups, retrospective, closing, and what the next draft makes of it. */
export class ClosingPage {
  private readonly okrs: OkrPage;

  constructor(page: Page) {
    this.okrs = new OkrPage(page);
  }

  /** Opens the world's team at the end of its cycle. */
  async opens({ team, cycle }: World): Promise<void> {
    await this.okrs.opens(`/cycles/${cycle.id}/close?team=${team.id}`);
    await this.okrs.isHeaded(`${team.name}: ${cycle.name}`);
  }

  /** Opens the list of teams, from the cycles page. */
  async opensList({ cycle }: World, link = 'Score and close'): Promise<void> {
    await this.okrs.opens('/cycles');
    const line = this.frame
      .getByRole('listitem')
      .filter({ has: this.frame.getByRole('link', { name: cycle.name, exact: true }) });
    await line.getByRole('link', { name: link }).click();
    await this.okrs.isHeaded(
      link === 'Score and close' ? `Close ${cycle.name}` : `Closing reports of ${cycle.name}`,
    );
  }

  /** Begins writing OKRs of the world's team in a drafted cycle. */
  async drafts({ team }: World, cycle: { id: string }): Promise<void> {
    await this.okrs.opens(`/start?team=${team.id}&cycle=${cycle.id}`);
  }

  /** What stands beside the editor from the world's cycle. */
  learnings({ cycle }: World) {
    return this.frame.getByRole('complementary', { name: `From ${cycle.name}` });
  }

  keyResult({ key, title }: Named) {
    return this.frame.getByRole('listitem', { name: `${key} ${title}` });
  }

  /** Where its score is typed. */
  scoreOf({ key }: Named) {
    return this.frame.getByRole('form', { name: `Score ${key}` });
  }

  field(name: string) {
    return this.frame.getByRole('textbox', { name });
  }

  option(name: string) {
    return this.frame.getByRole('option', { name, exact: true });
  }

  button(name: string) {
    return this.frame.getByRole('button', { name, exact: true });
  }

  get missing() {
    return this.frame.getByRole('region', { name: 'Still missing' });
  }

  get report() {
    return this.frame.getByRole('textbox', { name: 'The report as text' });
  }

  get frame() {
    return this.okrs.frame;
  }

  flag(text: string) {
    return this.okrs.flag(text);
  }
}
