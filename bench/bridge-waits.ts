import type { Frame, Page } from '@playwright/test';

/** What a frame waits for outside of itself. */
export const journeys = { getContext: 'its place', fetchProduct: 'Jira', invoke: 'the backend' } as const;
type Journey = keyof typeof journeys;

/** From now on every frame of the page measures the calls of its bridge. */
export async function noteBridge(page: Page): Promise<void> {
  // tsx gives functions their names with a helper that the frame does not have.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await page.addInitScript(() => {
    let bridge: { callBridge(command: string, data?: unknown): Promise<unknown> } | undefined;
    Object.defineProperty(globalThis, '__bridge', {
      get: () => bridge,
      set: (real: NonNullable<typeof bridge>) => {
        bridge = {
          ...real,
          callBridge: async (command, data) => {
            const start = performance.now();
            try {
              return await real.callBridge(command, data);
            } finally {
              performance.measure(`bridge:${command}`, { start });
            }
          },
        };
      },
    });
  });
}

/** Milliseconds of the frame's first call of each kind; null for a kind it did not call. */
export async function bridgeWaits(frame: Frame): Promise<Record<Journey, number | null>> {
  const ms = (command: Journey): Promise<number | null> =>
    frame.evaluate(
      (name) => performance.getEntriesByName(`bridge:${name}`)[0]?.duration ?? null,
      command as string,
    );
  return {
    getContext: await ms('getContext'),
    fetchProduct: await ms('fetchProduct'),
    invoke: await ms('invoke'),
  };
}
