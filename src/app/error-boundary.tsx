import { Component, type ReactNode } from 'react';
import { FaultScreen } from './fault-screen.tsx';
import { isMissingCode } from './missing-code.ts';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly error: Error | null;
}

/** Catches a bug while drawing, so that nobody looks at an empty page. What was saved before stays saved. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <FaultScreen
        fault={{
          code: isMissingCode(error) ? 'no-code' : 'bug',
          detail: `${error.message}\n${error.stack ?? ''}`,
        }}
        onRetry={() => location.reload()}
      />
    );
  }
}
