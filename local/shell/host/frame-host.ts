import type { ManifestModule } from '../../contracts';
import type { HistoryListener, HistoryLocation } from '../../frames/frame-history';
import type { RemoteFunction } from '../../frames/port-rpc';
import type { FrameTheme } from '../../frames/frame-theme';

/** A module's context as the product fills it (forge docs, the module's own page). */
export type Extension = Readonly<Record<string, unknown>>;

export interface FlagOptions {
  id: string | number;
  title: string;
  description?: string | undefined;
  type: 'info' | 'success' | 'warning' | 'error';
  isAutoDismiss: boolean;
  actions: readonly { text: string; onClick: RemoteFunction }[];
}

export type ModalSize =
  | 'small'
  | 'medium'
  | 'large'
  | 'xlarge'
  | 'max'
  | 'fullscreen'
  | 'resizable'
  | { width: string; height?: string | undefined };

/** A dialog of the app: the same module in a frame of its own. */
export interface ModalOptions {
  /** Names the dialog, for `closeModal`. */
  key: string;
  module: ManifestModule;
  extension: Extension;
  localId: string;
  page: string;
  resource?: string | undefined;
  size: ModalSize;
  title: string;
  closeOnEscape: boolean;
  closeOnOverlayClick: boolean;
  onClose(payload: unknown): void;
  /** Set for views that take `view.submit`, such as a macro's config. */
  onSubmit?: ((payload: unknown) => unknown) | undefined;
}

/** What the site does for frames, wherever they stand. */
export interface HostServices {
  showFlag(flag: FlagOptions): void;
  closeFlag(id: string | number): void;
  openModal(options: ModalOptions): void;
  /** Closes a dialog without telling who opened it. */
  closeModal(key: string): void;
  openCreateIssue(
    values: Readonly<Record<string, unknown>>,
    onClose: (issueIds: readonly string[]) => void,
  ): void;
  openIssue(issueKey: string, onClose: () => void): void;
  navigate(path: string): void;
  /** Loads the data of the page around the frame again. */
  refresh(): void;
}

/** The address bar as one page of the app may use it; only pages have one. */
export interface PageHistory {
  current(): HistoryLocation;
  move(action: 'PUSH' | 'REPLACE', location: HistoryLocation): void;
  go(steps: number): void;
  listen(listener: HistoryListener): void;
}

/** What one frame may ask of the page it stands on. */
export interface FrameHost {
  module: ManifestModule;
  extension: Extension;
  localId: string;
  page: string;
  accountId: string;
  locale: string;
  timeZone: string;
  services: HostServices;
  theme(): FrameTheme;
  colorMode(): string;
  /** Undefined where the module has no address of its own. */
  history: PageHistory | undefined;
  /** Undefined where there is nothing to close. */
  close: ((payload: unknown) => void) | undefined;
  submit: ((payload: unknown) => unknown) | undefined;
  closeOnEscape: boolean;
  setHeight(height: number): void;
  setReady(): void;
  /** Runs when the frame goes away. */
  onGone(work: () => void): void;
  /** Runs when the dialog the frame stands in is closed. */
  onViewClosed(work: RemoteFunction): void;
}
