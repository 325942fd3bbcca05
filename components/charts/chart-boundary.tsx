'use client';

import { Component, type ReactNode } from 'react';

type ChartBoundaryProps = {
  /** said in its place when the chart cannot be drawn */
  lost: string;
  children: ReactNode;
};

/** A chart that fails, or never arrives, takes nothing with it: the table below says the same numbers. */
export class ChartBoundary extends Component<ChartBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <p className="py-4 text-ink-2">{this.props.lost}</p> : this.props.children;
  }
}
