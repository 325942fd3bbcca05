import type { ReactNode } from 'react';

type PanelProps = {
  title?: string;
  /** stands at the right of the title: a key, a date, a link */
  aside?: ReactNode;
  /** the school grid, where one acts or learns; plain card otherwise */
  grid?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A sheet on the page. A box means that something is done here: use space and lines for the rest. */
export function Panel({ title, aside, grid = false, id, className = '', children }: PanelProps) {
  const sheet = grid ? 'school-grid' : 'rounded-control border border-rule bg-card';
  return (
    <section id={id} className={`${sheet} min-w-0 p-[18px] xl:px-6 xl:py-[22px] ${className}`}>
      {(title || aside) && (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {title && <h2 className="min-w-0">{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
