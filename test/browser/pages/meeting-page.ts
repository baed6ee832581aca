import { expect, type Page } from '@playwright/test';
import type { World } from '../builders/world';
import { OkrPage } from './okr-page';

type Named = { key: string; title: string };

/** The team's check-in, and the digests that are kept of it. */
export class MeetingPage {
  private readonly okrs: OkrPage;
  /** Keys pressed so far. */
  keys = 0;

  constructor(private readonly page: Page) {
    this.okrs = new OkrPage(page);
  }

  async opens({ team, cycle }: World): Promise<void> {
    await this.okrs.opens(`/check-in?team=${team.id}&cycle=${cycle.id}`);
    await this.isOf(team.name);
  }

  async isOf(team: string): Promise<void> {
    await this.okrs.isHeaded(`Check-in of ${team}`);
  }

  /** A decision or an ask, by its words. */
  followed(text: string) {
    return this.frame.getByRole('listitem').filter({ hasText: text });
  }

  keyResult({ key, title }: Named) {
    return this.frame.getByRole('listitem', { name: `${key} ${title}` });
  }

  formOf({ key }: Named) {
    return this.frame.getByRole('form', { name: `Check in on ${key}` });
  }

  valueOf(keyResult: Named) {
    return this.formOf(keyResult).getByRole('textbox', { name: 'Value' });
  }

  confidenceOf(keyResult: Named) {
    return this.formOf(keyResult).getByRole('spinbutton', { name: /^Confidence/ });
  }

  /** Key results in the order shown, by key. */
  async order(): Promise<string[]> {
    const rows = this.frame.getByRole('listitem', { name: /^[A-Z]+-\d+ / });
    const names = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    return names.map((name) => name.split(' ')[0] ?? '');
  }

  /** Presses these keys one after the other, and counts them. */
  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keys += key.split('+').length;
      await this.page.keyboard.press(key);
    }
  }

  section(name: string) {
    return this.frame.getByRole('region', { name });
  }

  button(name: string) {
    return this.frame.getByRole('button', { name, exact: true });
  }

  field(name: string) {
    return this.frame.getByRole('textbox', { name });
  }

  async saves(keyResult: Named): Promise<void> {
    await expect(this.okrs.flag(`Checked in on ${keyResult.key}`).first()).toBeVisible();
  }

  flag(text: string) {
    return this.okrs.flag(text);
  }

  get frame() {
    return this.okrs.frame;
  }
}
