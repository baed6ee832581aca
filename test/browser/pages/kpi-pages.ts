import { expect, type Page } from '@playwright/test';
import { OkrPage } from './okr-page';

/** The list of KPIs, and a KPI's own page. */
export class KpiPages {
  private readonly okrs;
  readonly frame;

  constructor(private readonly page: Page) {
    this.okrs = new OkrPage(page);
    this.frame = this.okrs.frame;
  }

  async opens(route = ''): Promise<void> {
    await this.okrs.opens(`/kpis${route}`);
  }

  async adds(name: string, team: string, to: { min?: string; max?: string }): Promise<void> {
    await this.frame.getByRole('button', { name: 'Add a KPI' }).click();
    await this.frame.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.frame.getByRole('combobox', { name: 'Team' }).last().click();
    await this.frame.getByRole('option', { name: team, exact: true }).click();
    if (to.min !== undefined) await this.frame.getByRole('textbox', { name: 'Healthy from' }).fill(to.min);
    if (to.max !== undefined) await this.frame.getByRole('textbox', { name: 'Healthy up to' }).fill(to.max);
    await this.frame.getByRole('button', { name: 'Save KPI' }).click();
    await expect(this.frame.getByRole('heading', { level: 1, name })).toBeVisible();
    await this.okrs.closesFlag(name);
  }

  async records(value: string, day?: string, note = ''): Promise<void> {
    const form = this.frame.getByRole('form', { name: 'Record a value' });
    await form.getByRole('textbox', { name: 'Value' }).fill(value);
    if (day !== undefined) await form.getByLabel('Measured on').fill(day);
    await form.getByRole('textbox', { name: /^Where it comes from/ }).fill(note);
    await form.getByRole('button', { name: 'Record' }).click();
    await expect(form.getByRole('textbox', { name: 'Value' })).toHaveValue('');
    await this.okrs.closesFlag('Recorded');
  }

  /** Takes the cycle of the objective that starts from a KPI: a button each, or a list where there are many. */
  async choosesCycle(name: string): Promise<void> {
    const step = this.frame.getByRole('region', { name: '2. The cycle' });
    const button = step.getByRole('button', { name: `Use ${name}` });
    const list = step.getByRole('combobox', { name: 'Cycle', exact: true });
    await expect(button.or(list)).toBeVisible();
    if (await button.isVisible()) {
      await button.click();
    } else {
      await list.fill(name);
      await this.frame.getByRole('option', { name, exact: true }).click();
    }
  }

  row(name: string) {
    return this.frame.getByRole('list', { name: 'KPIs' }).getByRole('listitem').filter({ hasText: name });
  }

  /** The names listed, in order. */
  async listed(): Promise<string[]> {
    return this.frame.getByRole('list', { name: 'KPIs' }).getByRole('link').allTextContents();
  }
}
