'use client';

import { type ReactNode, useEffect } from 'react';
import { Button } from '../button';
import { useScripted } from '../forms/use-scripted';

/** Prints the page, with whatever of it is folded and must stand on paper. Not there without a script: a browser prints by itself. */
export function PrintButton({ children }: { children: ReactNode }) {
  const scripted = useScripted();
  useEffect(() => {
    const unfold = () => {
      for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-whole-on-paper]'))
        part.open = true;
    };
    addEventListener('beforeprint', unfold);
    return () => removeEventListener('beforeprint', unfold);
  }, []);
  if (!scripted) return null;
  return (
    <Button icon="printer" compact onClick={() => print()}>
      {children}
    </Button>
  );
}
