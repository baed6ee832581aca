import { Component, type ErrorInfo, type ReactNode } from 'react';
import { LoadFailure } from '../components/load-failure';

type Props = { children: ReactNode };

/** Shows one sentence and "Try again" instead of a broken surface. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <LoadFailure onRetry={() => this.setState({ broken: false })} />;
  }
}
