'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

type RailLinkProps = { href: string; children: ReactNode };

const look =
  'flex min-h-12 min-w-0 items-center gap-3 rounded-tile px-3 font-semibold wrap-anywhere text-[#f6e9ee] no-underline hover:bg-white/10 aria-[current]:bg-paper aria-[current]:text-ink';

/** Pages that have no entry of their own, and where they are led to from. */
const withoutEntry: Record<string, readonly string[]> = {
  '/admin/coverage': [
    '/admin/indicators',
    '/admin/targets',
    '/admin/boundaries',
    '/admin/reminders',
    '/admin/spot-checks',
  ],
  '/admin/digital-models': ['/admin/criteria'],
};

/** Who she is to the portal is no part of the list that its address lies below. */
const APART = '/admin/accounts/own';

/** One entry of the rail. It knows by the address whether it is the current one, and closes the menu it stands in. */
export function RailLink({ href, children }: RailLinkProps) {
  const path = usePathname();
  const below = [href, ...(withoutEntry[href] ?? [])];
  const inside =
    href !== '/admin' && path !== APART && below.some((each) => path === each || path.startsWith(`${each}/`));
  const current = path === href ? 'page' : inside ? 'true' : undefined;
  return (
    <Link
      href={href}
      className={look}
      {...(current && { 'aria-current': current })}
      onClick={(event) => event.currentTarget.closest('header')?.querySelector('details')?.removeAttribute('open')}
    >
      {children}
    </Link>
  );
}
