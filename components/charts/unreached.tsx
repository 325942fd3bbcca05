'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** A chart for the eye alone: what stands beside it says the same. */
export function Unreached({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = box.current;
    if (!chart) return;
    // React listens for the focus on the layers of a chart, and Chromium lets Tab stop at whatever of a drawing is
    // listened to so: each layer is told that it is no stop.
    const pass = () => {
      for (const layer of chart.querySelectorAll('svg g:not([tabindex])')) layer.setAttribute('tabindex', '-1');
    };
    pass();
    const drawn = new MutationObserver(pass);
    drawn.observe(chart, { childList: true, subtree: true });
    return () => drawn.disconnect();
  }, []);
  return (
    <div ref={box} aria-hidden="true">
      {children}
    </div>
  );
}
