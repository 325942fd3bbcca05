import type { ReactNode } from 'react';
import { Icon } from '../icon';

/** Things to open, side by side; the one that is open takes the whole width. */
export const Folds = ({ children }: { children: ReactNode }) => (
  <div className="mt-2 flex flex-wrap gap-x-7">{children}</div>
);

type FoldProps = { summary: string; of?: string; open?: boolean; children: ReactNode };

/** Something that is only wanted now and then: opened by its words, with or without a script; `of` is said aloud with them. */
export function Fold({ summary, of, open, children }: FoldProps) {
  return (
    <details className="max-w-full open:basis-full" open={open}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-lotus underline underline-offset-[.22em]">
        {summary} {of && <span className="sr-only">{of}</span>}
      </summary>
      <div className="mt-2 mb-3 max-w-2xl">{children}</div>
    </details>
  );
}

type RestProps = { summary: string; wholeOnPaper?: boolean; open?: boolean; children: ReactNode };

/** The rest of a long list, behind how many there are. Paper cannot be unfolded: what must stand on it opens itself. */
export const FoldedRest = ({ summary, wholeOnPaper = false, open, children }: RestProps) => (
  <details className="group" open={open} {...(wholeOnPaper && { 'data-whole-on-paper': '' })}>
    <summary className="no-print mt-2 inline-flex min-h-11 list-none items-center gap-2 font-semibold text-lotus underline underline-offset-[.22em]">
      <Icon name="chevron-right" className="group-open:[transform:rotate(90deg)]" />
      {summary}
    </summary>
    {children}
  </details>
);

type FoldedPartProps = RestProps & { className?: string };

/** A part of a page that most do without: a form that ends something, filters beside a calendar. */
export const FoldedPart = ({
  summary,
  open,
  wholeOnPaper = false,
  className = 'border-rule border-t pt-3',
  children,
}: FoldedPartProps) => (
  <details className={`group ${className}`} open={open} {...(wholeOnPaper && { 'data-whole-on-paper': '' })}>
    <summary className="inline-flex min-h-11 list-none items-center gap-2 py-1.5 font-semibold">
      <Icon name="chevron-right" className="group-open:[transform:rotate(90deg)]" />
      {summary}
    </summary>
    {children}
  </details>
);

/** Ways on from a page that are many: side by side where there is room, on a phone one line that says where she is and opens. */
export const FoldedOnPhone = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <>
    <div className="max-md:hidden">{children}</div>
    <FoldedPart summary={summary} className="phone-fold no-print md:hidden">
      {children}
    </FoldedPart>
  </>
);
