'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

type RailLinkProps = { href: string; children: ReactNode };

const look =
  'flex min-h-12 items-center gap-3 rounded-tile px-3 font-semibold text-[#f6e9ee] no-underline hover:bg-white/10 aria-[current]:bg-paper aria-[current]:text-ink';

/** One entry of the rail. It knows by the address whether it is the current one, and closes the menu it stands in. */
export function RailLink({ href, children }: RailLinkProps) {
  const path = usePathname();
  const inside = href !== '/admin' && path.startsWith(`${href}/`);
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
