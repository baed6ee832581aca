import { MacroSettings } from '../../features/macro/macro-settings';

/** The settings of the macro: what it shows, and how. */
export default function OkrMacroConfigSurface() {
  return <MacroSettings />;
}
