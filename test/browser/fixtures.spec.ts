import { expect, test } from './fixtures';

test('axe sees what is broken, and nothing on a sound page', async ({ page, violations }) => {
  await page.setContent('<html lang="en"><title>t</title><main><img src="data:,"></main></html>');
  expect((await violations()).map(({ rule }) => rule)).toEqual(['image-alt']);
  await page.setContent('<html lang="en"><title>t</title><main><h1>Sound</h1></main></html>');
  expect(await violations()).toEqual([]);
});

test('the person at the browser and the theme can be chosen', async ({ page, site }) => {
  await site.wears('dark');
  await site.becomes('Member');
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-color-mode', 'dark');
  await expect(site.becomes('Nobody')).rejects.toThrow(
    'Nobody is "Nobody"; there are: OKR lead, Team lead, Member',
  );
});
