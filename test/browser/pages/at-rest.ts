import type { Frame, Page } from '@playwright/test';

/** Brings what fades, moves or changes colour to its end, in the page and its frames: out of sight it would not end by itself. */
export async function atRest(page: Page): Promise<void> {
  let moved = true;
  while (moved) moved = (await Promise.all(page.frames().map(ends))).includes(true);
}

/** Ends what moves in a frame; whether anything did. */
async function ends(frame: Frame): Promise<boolean> {
  try {
    return await frame.evaluate(() => {
      const moving = document
        .getAnimations()
        // What moves for as long as it is seen, such as a spinner, never ends.
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
        );
      for (const one of moving) one.finish();
      return moving.length > 0;
    });
  } catch (error) {
    // A dialog's frame goes away with it.
    if (frame.isDetached()) return true;
    throw error;
  }
}
