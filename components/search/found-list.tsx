import type { ReactNode } from 'react';
import type { Piece } from '@/domain/texts/excerpt';
import { Marked } from './marked';

type FoundLineProps = {
  href: string;
  title: readonly Piece[];
  excerpt: readonly Piece[] | null;
  /** another language than the page's */
  lang?: string | undefined;
  children?: ReactNode;
};

/** One thing that was found: its name leads to it, with the words around the find below. */
export function FoundLine({ href, title, excerpt, lang, children }: FoundLineProps) {
  return (
    <li className="max-w-[44em] border-rule border-t py-4 [overflow-wrap:anywhere]">
      <h3 lang={lang} className="mb-1 font-bold font-serif text-h3 leading-[1.5]">
        <a href={href} hrefLang={lang} className="text-ink underline underline-offset-[.22em]">
          <Marked pieces={title} />
        </a>
      </h3>
      {excerpt && (
        <p lang={lang}>
          <Marked pieces={excerpt} />
        </p>
      )}
      {children && <p className="text-ink-2 text-sm">{children}</p>}
    </li>
  );
}

/** What was found of a kind, under its name. */
export function FoundSection({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <section className="mb-10">
      <h2 className="mb-3">{title}</h2>
      {children}
      {more}
    </section>
  );
}
