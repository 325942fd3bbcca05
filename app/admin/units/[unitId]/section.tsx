import type { ReactNode } from 'react';
import { MoreLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';

type SectionProps = { title: string; all?: { href: string; words: string } | undefined; children: ReactNode };

/** A part of the unit's page, with the way to the whole list. */
export function Section({ title, all, children }: SectionProps) {
  return (
    <section className="mt-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2>{title}</h2>
        {all && (
          <MoreLink as={Link} href={all.href}>
            {all.words}
          </MoreLink>
        )}
      </div>
      {children}
    </section>
  );
}
