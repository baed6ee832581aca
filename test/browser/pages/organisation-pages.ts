import { expect, type Page } from '@playwright/test';
import { OkrPage } from './okr-page';

/** Where an organisation is set up and its cycles are planned: the pages of teams, cycles and a cycle's preparation. */
export class OrganisationPages {
  private readonly okrs: OkrPage;

  constructor(page: Page) {
    this.okrs = new OkrPage(page);
  }

  async opensTeams(): Promise<void> {
    await this.okrs.opens('/teams');
    await this.okrs.isHeaded('Teams');
  }

  async opensCycles(): Promise<void> {
    await this.okrs.opens('/cycles');
    await this.okrs.isHeaded('Cycles');
  }

  async opensPreparation(cycle: { id: string; name: string }): Promise<void> {
    await this.okrs.opens(`/cycles/${cycle.id}/prepare`);
    await this.okrs.isHeaded(`Prepare ${cycle.name}`);
  }

  async isHeaded(title: string): Promise<void> {
    await this.okrs.isHeaded(title);
  }

  /** A team or a cycle in its list, with all beneath it. */
  item(name: string) {
    return this.frame.getByRole('listitem').filter({ has: this.link(name) });
  }

  link(name: string) {
    return this.frame.getByRole('link', { name, exact: true });
  }

  button(name: string) {
    return this.frame.getByRole('button', { name, exact: true });
  }

  field(name: string) {
    return this.frame.getByRole('textbox', { name, exact: true });
  }

  region(name: string) {
    return this.frame.getByRole('region', { name, exact: true });
  }

  /** Chooses from a field that offers a few. */
  async chooses(field: string, option: string): Promise<void> {
    const box = this.frame.getByRole('combobox', { name: field });
    await box.fill(option);
    await this.frame.getByRole('option', { name: option, exact: true }).click();
  }

  /** Chooses from what else can be done with a team. */
  async chooseOf(team: string, act: string): Promise<void> {
    await this.button(`More of ${team}`).click();
    await this.frame.getByRole('menuitem', { name: act, exact: true }).click();
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text).first()).toBeVisible();
  }

  get frame() {
    return this.okrs.frame;
  }

  flag(text: string) {
    return this.okrs.flag(text);
  }
}
