'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const AFTER_MS = 2_500;

/**
 * Has the page drawn again in a moment, each time that it comes with something still under way (`drawnAt`). Without a script it loads
 * anew.
 */
export function LooksAgain({ drawnAt }: { drawnAt: number }) {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each drawing begins a new wait
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), AFTER_MS);
    return () => clearTimeout(timer);
  }, [router, drawnAt]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
