import type { ReactNode } from 'react';

/** The heading of a section of a public page, with what leads on from it. */
export function SectionHead({ id, title, children }: { id?: string; title: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-[22px] flex break-after-avoid flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
      <h2 id={id}>{title}</h2>
      {children}
    </div>
  );
}
