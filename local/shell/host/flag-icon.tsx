import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import type { FlagOptions } from './frame-host';

export function FlagIcon({ type }: { type: FlagOptions['type'] }) {
  switch (type) {
    case 'success':
      return <SuccessIcon label="Success" color={token('color.icon.success')} />;
    case 'warning':
      return <WarningIcon label="Warning" color={token('color.icon.warning')} />;
    case 'error':
      return <ErrorIcon label="Error" color={token('color.icon.danger')} />;
    case 'info':
      return <InformationIcon label="Information" color={token('color.icon.information')} />;
  }
}
