import { OkrMacro } from '../../features/macro/okr-macro';

/** OKRs on a Confluence page, and in its editor. */
export default function OkrMacroSurface() {
  return <OkrMacro />;
}
