import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import Spinner from '@atlaskit/spinner';
import type { ManifestModule } from '../../contracts';
import { frameFolder } from '../../frames/site-settings';
import { themeAttributes, themeStylesheets } from '../../frames/theme-names';
import type { Peer, RemoteFunction } from '../../frames/port-rpc';
import { usePerson } from '../site/person-context';
import { moduleText, settings } from '../site/settings';
import { useTheme } from '../site/theme';
import { connectFrame } from './frame-connection';
import { answerCommand } from './frame-commands';
import type { Extension, FrameHost, PageHistory } from './frame-host';
import { useHostServices } from './host-services';

interface AppFrameProps {
  module: ManifestModule;
  extension: Extension;
  localId: string;
  /** The frame grows with the app's content, or fills the room it is given. */
  fit: 'content' | 'room';
  title: string;
  page?: string | undefined;
  resource?: string | undefined;
  history?: PageHistory | undefined;
  closeOnEscape?: boolean;
  onClose?: ((payload: unknown) => void) | undefined;
  onSubmit?: ((payload: unknown) => unknown) | undefined;
}

/** One module of the app in its frame, with the host's end of the bridge. */
export function AppFrame(props: AppFrameProps) {
  const { module, fit, title, page = 'index.html', resource = moduleText(module, 'resource') } = props;
  const person = usePerson();
  const services = useHostServices();
  const { mode } = useTheme();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const [loaded, setLoaded] = useState(false);
  const [ready, setReady] = useState(false);

  const theme = useCallback(
    () => ({
      attributes: themeAttributes(mode),
      stylesheets: themeStylesheets.map((path) => settings.framesUrl + path),
    }),
    [mode],
  );
  const latest = useRef({ props, theme, mode });
  useLayoutEffect(() => {
    latest.current = { props, theme, mode };
  });
  const connection = useRef<Peer>();
  const themed = useRef(false);

  useLayoutEffect(() => {
    if (frame.current === null) return undefined;
    const gone = new Set<() => void>();
    const viewClosed = new Set<RemoteFunction>();
    const hostNow = (): FrameHost => {
      const now = latest.current;
      return {
        module,
        extension: now.props.extension,
        localId: now.props.localId,
        page,
        accountId: person.accountId,
        locale: person.locale,
        timeZone: person.timeZone,
        services,
        theme: () => {
          themed.current = true;
          return now.theme();
        },
        colorMode: () => now.mode,
        history: now.props.history,
        close: now.props.onClose,
        submit: now.props.onSubmit,
        closeOnEscape: now.props.closeOnEscape ?? true,
        setHeight,
        setReady: () => {
          setReady(true);
        },
        onGone: (work) => gone.add(work),
        onViewClosed: (work) => viewClosed.add(work),
      };
    };
    const disconnect = connectFrame(
      frame.current,
      (command, data) => answerCommand(hostNow(), command, data),
      (peer) => {
        connection.current = peer;
        for (const work of gone) work();
        gone.clear();
        setLoaded(true);
      },
    );
    return () => {
      for (const work of viewClosed) void work();
      for (const work of gone) work();
      disconnect();
      connection.current = undefined;
    };
  }, [module, page, person, services]);

  useEffect(() => {
    if (themed.current) void connection.current?.call('theme', theme());
  }, [theme]);

  return (
    <div className={`app-frame app-frame--${fit}`}>
      {!loaded && (
        <div className="app-frame__wait">
          <Spinner label={`Loading ${title}`} />
        </div>
      )}
      <iframe
        ref={frame}
        className="app-frame__frame"
        title={title}
        data-module={module.key}
        data-ready={ready}
        src={`${settings.framesUrl}${frameFolder(settings.ids, resource)}/${page}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts"
        style={fit === 'content' ? { height: height ?? 64 } : undefined}
      />
    </div>
  );
}
