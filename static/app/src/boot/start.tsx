import { view } from '@forge/bridge';
import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { readPlace } from './context';

/** Reads where Waymark was opened and shows the surface that belongs there. */
export async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('index.html has no #root');
  // Atlaskit's components ask for gates of Atlassian's own products; without an answer each asks in vain.
  setBooleanFeatureFlagResolver(() => false);
  // The theme arrives as style elements; the first paint must not wait for it.
  void view.theme.enable();
  createRoot(element).render(<App place={await readPlace()} />);
}
