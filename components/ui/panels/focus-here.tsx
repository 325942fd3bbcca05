'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What a page begins to say after a deed takes the focus, so that it is heard first; without a script the address leads to it. */
export function FocusHere({ id, of, children }: { id: string; of: string; children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another deed is said anew
  useEffect(() => here.current?.focus(), [of]);
  return (
    <div ref={here} id={id} tabIndex={-1} className="scroll-mt-4 outline-offset-4">
      {children}
    </div>
  );
}
