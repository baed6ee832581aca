import { view } from '@forge/bridge';

/** Keeps a macro's settings in its page and closes them. Rejects when Confluence refuses them. */
export async function saveMacroConfig(config: Record<string, string>): Promise<void> {
  await view.submit({ config });
}

/** Tells Confluence that the macro has shown what it will show, so that it can be exported. */
export async function tellReady(): Promise<void> {
  await view.emitReadyEvent();
}
