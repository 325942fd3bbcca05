'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const AFTER_MS = 2_500;

type LooksProps = {
  /** when the page was drawn that says so */
  drawnAt: number;
  /** the page has forms: without a script it is not loaded anew, since that would lose what is being typed */
  forms?: boolean;
};

/**
 * Has the page drawn again in a moment, each time that it comes with something still under way; while somebody writes in it, it waits.
 * Without a script it loads anew.
 */
export function LooksAgain({ drawnAt, forms = false }: LooksProps) {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each drawing begins a new wait
  useEffect(() => {
    const timer = setInterval(() => {
      if (!isWriting()) router.refresh();
    }, AFTER_MS);
    return () => clearInterval(timer);
  }, [router, drawnAt]);
  if (forms) return null;
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}

/** A form is answered as it was drawn: drawn anew it would take the version of what somebody else saved meanwhile. */
function isWriting(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'form :is(input:not([type="hidden"]), textarea)',
  );
  return [...fields].some(
    (field) =>
      field === document.activeElement ||
      field.value !== field.defaultValue ||
      ('checked' in field && field.checked !== field.defaultChecked),
  );
}
