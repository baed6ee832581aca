import type { ComponentType } from 'react';
import { surfaces, type SurfaceKey } from '../surfaces';

type Loaded = { default: ComponentType };

/** A surface on its way: `loaded` as soon as it is there, so that who comes late need not wait for a promise. */
export type Surface = { name: SurfaceKey | null; loading: Promise<Loaded>; loaded: ComponentType | null };

/** Begins to load a surface. `loading` rejects when there is none of that name or it did not load. */
export function openSurface(name: string): Surface {
  const known = isSurface(name) ? name : null;
  const loading =
    known === null ? Promise.reject(new Error(`No surface is called ${name}`)) : surfaces[known]();
  const surface: Surface = { name: known, loading, loaded: null };
  loading.then(
    (module) => {
      surface.loaded = module.default;
    },
    () => undefined, // Whoever shows the surface says that it did not load.
  );
  return surface;
}

function isSurface(name: string): name is SurfaceKey {
  return Object.hasOwn(surfaces, name);
}
