import { view } from '@forge/bridge';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { readPlace } from './context';

/** Reads where Waymark was opened and shows the surface that belongs there. */
export async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('index.html has no #root');
  // The theme arrives as style elements; the first paint must not wait for it.
  void view.theme.enable();
  createRoot(element).render(<App place={await readPlace()} />);
}
