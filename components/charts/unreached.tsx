'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/**
 * A chart for the eye alone: what stands beside it says the same. React listens for the focus on the layers that the chart is
 * drawn into, and Chromium lets Tab stop at whatever of a drawing is listened to so: each layer is told that it is no stop.
 */
export function Unreached({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = box.current;
    if (!chart) return;
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
