'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Stands once on a signed-in page: a plain click on one of its links changes what differs, and the page stays. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-soft]') : null;
      if (!link || !isPlain(event, link)) return;
      event.preventDefault();
      router.push(link.href, { scroll: link.dataset.soft !== 'stay' });
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}

/** Nobody wants it in another window or as a file, and nobody has dealt with it already. */
const isPlain = (event: MouseEvent, link: HTMLAnchorElement) =>
  !event.defaultPrevented &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.shiftKey &&
  !event.altKey &&
  !link.hasAttribute('download') &&
  (link.target === '' || link.target === '_self') &&
  link.origin === location.origin;
