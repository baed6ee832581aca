import { expect, type FrameLocator } from '@playwright/test';
import type { Keyboard } from './keyboard';

/** The page where a team, a cycle, an objective and its key results are written in one sitting, by keyboard. */
export class StartPage {
  constructor(
    private readonly frame: FrameLocator,
    private readonly keyboard: Keyboard,
  ) {}

  async makesTeamFrom(project: string): Promise<void> {
    const step = this.step('1. Your team');
    await this.keyboard.chooses(
      step.getByLabel('Jira projects'),
      project,
      this.frame.getByRole('option', { name: project }),
    );
    await expect(step.getByLabel('Team’s name')).toHaveValue(project);
  }

  /** These people are members before anybody chose them. */
  async suggestsMembers(...names: string[]): Promise<void> {
    for (const name of names) {
      await expect(
        this.step('1. Your team').getByRole('button', { name: `Remove ${name}`, exact: true }),
      ).toBeVisible();
    }
  }

  async savesTeam(name: string): Promise<void> {
    await this.keyboard.uses(this.frame.getByRole('button', { name: 'Save team' }));
    await expect(this.step('1. Your team')).toContainText(`${name} is saved.`);
  }

  async savesSuggestedCycle(): Promise<void> {
    await this.keyboard.uses(this.frame.getByRole('button', { name: 'Save cycle' }));
    await expect(this.step('2. The cycle')).toContainText('is saved.');
  }

  async writesObjective(title: string): Promise<void> {
    await this.keyboard.types(this.frame.getByRole('textbox', { name: 'Objective' }), title);
    await this.keyboard.presses('Enter');
    await expect(this.step('3. An objective')).toContainText(`${title} is saved.`);
  }

  async writesKeyResult(
    title: string,
    { metric, from, to, unit }: { metric: 'Rise' | 'Fall'; from: string; to: string; unit: string },
    save: 'Save and add another' | 'Save key result',
  ): Promise<void> {
    const step = this.step(/^4\. How you will know/);
    await this.keyboard.types(step.getByRole('textbox', { name: 'Key result' }), title);
    await this.choose('The number should', metric);
    await this.keyboard.types(step.getByLabel('From (today)'), from);
    await this.keyboard.types(step.getByLabel('To', { exact: true }), to);
    await this.choose('Unit', unit);
    await this.keyboard.uses(step.getByRole('button', { name: save, exact: true }));
  }

  /** Types a key result as one sentence, reads what was understood of it, and saves it as it is. */
  async saysKeyResult(sentence: string, understood: string): Promise<void> {
    const step = this.step(/^4\. How you will know/);
    await this.keyboard.types(step.getByRole('textbox', { name: 'Key result' }), sentence);
    await expect(step.getByText(understood, { exact: true })).toBeVisible();
    await this.keyboard.uses(step.getByRole('button', { name: 'Save and add another', exact: true }));
  }

  async countsKeyResults(sentence: string): Promise<void> {
    await expect(this.frame.getByText(sentence, { exact: true })).toBeVisible();
  }

  async finishes(): Promise<void> {
    await this.keyboard.uses(this.frame.getByRole('button', { name: 'Show my OKRs' }));
  }

  private async choose(label: string, option: string): Promise<void> {
    const step = this.step(/^4\. How you will know/);
    await this.keyboard.chooses(
      step.getByLabel(label, { exact: true }),
      option,
      this.frame.getByRole('option', { name: option, exact: true }),
    );
  }

  private step(title: string | RegExp) {
    return this.frame.getByRole('region', { name: title });
  }
}
