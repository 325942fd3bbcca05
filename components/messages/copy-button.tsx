'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useScripted } from '@/components/ui/forms/use-scripted';

type CopyButtonProps = { text: string; label: string; copied: string; failed: string };

/** Copies a text. Offered only where a script runs: without one the text beside it is selected by hand. */
export function CopyButton({ text, label, copied, failed }: CopyButtonProps) {
  const scripted = useScripted();
  const [said, say] = useState('');
  if (!scripted) return null;
  // an address without encryption has no clipboard
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(copied);
    } catch {
      say(failed);
    }
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <Button compact onClick={copy}>
        {label}
      </Button>
      <span role="status" className="text-rubber text-sm">
        {said}
      </span>
    </span>
  );
}
