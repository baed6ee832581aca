import type { Page } from '@playwright/test';

/** Answers when nothing fades, moves or changes colour any more, in the page and its frames. */
export async function atRest(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          // What moves for as long as it is seen, such as a spinner, never ends.
          .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
          .map(({ finished }) => finished),
      ),
    );
  }
}
