'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useScripted } from '@/components/ui/forms/use-scripted';

type CopyingProps = { copied: string; failed: string; children: ReactNode };

/** Makes the buttons of ready words inside it copy them (`CopyWords`), however many there are: without a script none of them shows. */
export function Copying({ copied, failed, children }: CopyingProps) {
  const element = useRef<HTMLDivElement>(null);
  const scripted = useScripted();
  useEffect(() => {
    const around = element.current;
    const listen = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest('button[data-copy]') : null;
      if (button) void copy(button, { copied, failed });
    };
    around?.addEventListener('click', listen);
    return () => around?.removeEventListener('click', listen);
  }, [copied, failed]);
  return (
    <div ref={element} {...(scripted && { 'data-copying': '' })}>
      {children}
    </div>
  );
}

/** Copies the words that the button is for, and says beside it what came of it: an address without encryption has no clipboard. */
async function copy(button: Element, said: Pick<CopyingProps, 'copied' | 'failed'>) {
  const from = button.closest('[data-copied-from]')?.querySelector('[data-words]');
  const words = from instanceof HTMLInputElement ? from.value : (from?.textContent ?? '');
  // the same words once more are said aloud only where there were none in between
  const came = button.nextElementSibling;
  came?.replaceChildren();
  try {
    await navigator.clipboard.writeText(words);
    came?.replaceChildren(said.copied);
  } catch {
    came?.replaceChildren(said.failed);
  }
}
