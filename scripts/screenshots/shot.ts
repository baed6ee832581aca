import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { people } from '../../test/browser/builders/people';
import type { SiteClient } from '../../test/browser/builders/site-client';

/** A picture of the guide: how to come to what it shows. */
export interface Shot {
  readonly name: string;
  /** Of the window, in pixels, where what it shows is longer than usual. */
  readonly height?: number;
  /** Answers what to picture: a part of the page, or all of it. */
  take(page: Page): Promise<Locator | Page>;
}

/** What the pictures are of. */
export interface Scene {
  readonly site: SiteClient;
  readonly globalPage: string;
  readonly projectPage: string;
  readonly adminPage: string;
  readonly keyResult: { readonly id: string; readonly key: string; readonly title: string };
  readonly epicKey: string;
  /** An issue that serves no key result. */
  readonly freeIssueKey: string;
  readonly macroPage: string;
}

/** The app's frame on a page of its own. */
export const appFrame = (page: Page): FrameLocator => page.getByRole('main').frameLocator('iframe');

/** The app's frame in a dialog. */
export const dialogFrame = (page: Page): FrameLocator => page.getByRole('dialog').frameLocator('iframe');

/** The app's frame beside an issue. */
export const panelFrame = (page: Page): FrameLocator =>
  page.frameLocator('iframe[data-module="issue-panel"]');

/** Waits until nothing in the frame is a grey bar that stands for text to come. */
export async function isWhole(frame: FrameLocator): Promise<void> {
  await expect(frame.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(frame.getByRole('status', { name: 'Loading Waymark' })).toHaveCount(0);
  await expect(frame.getByRole('progressbar')).toHaveCount(0);
}

const searched = z.object({
  options: z.array(z.object({ id: z.string(), key: z.string(), title: z.string() })),
});

/** The first key result the words find. */
export async function findKeyResult(site: SiteClient, text: string): Promise<Scene['keyResult']> {
  const { options } = await site.call(people.marta, 'key-result.search', { text, projectId: null }, searched);
  const [first] = options;
  if (first === undefined) throw new Error(`No key result is found by "${text}".`);
  return first;
}

const issues = z.object({ issues: z.array(z.object({ key: z.string() })) });

/** The first issue a query finds. */
export async function findIssue(site: SiteClient, jql: string): Promise<string> {
  const asked = { jql, fields: ['summary'], maxResults: 1 };
  const found = await site.ask(people.marta, 'POST', '/rest/api/3/search/jql', asked, issues);
  const [first] = found.issues;
  if (first === undefined) throw new Error(`No issue is found by ${jql}.`);
  return first.key;
}
