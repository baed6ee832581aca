import type { Frame, Page } from '@playwright/test';

/** Answers when nothing fades, moves or changes colour any more, in the page and its frames. */
export async function atRest(page: Page): Promise<void> {
  let moved = true;
  while (moved) moved = (await Promise.all(page.frames().map(ends))).includes(true);
}

/** Waits for what moves in a frame to end; whether anything did. */
async function ends(frame: Frame): Promise<boolean> {
  try {
    return await frame.evaluate(async () => {
      const moving = document
        .getAnimations()
        // What moves for as long as it is seen, such as a spinner, never ends.
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
        );
      await Promise.allSettled(moving.map(({ finished }) => finished));
      return moving.length > 0;
    });
  } catch (error) {
    // A dialog's frame goes away with it.
    if (frame.isDetached()) return true;
    throw error;
  }
}
