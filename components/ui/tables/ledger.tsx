import type { ReactNode } from 'react';

export type LedgerEntry = {
  key: string;
  /** how many, or the sign of what it is about where there is nothing to count */
  count: ReactNode;
  what: string;
  where?: ReactNode;
  /** the one button that settles it */
  action?: ReactNode;
};

/** Things still missing, most urgent first, each with the one action that settles it. */
export function Ledger({ title, note, entries }: { title: string; note?: string; entries: readonly LedgerEntry[] }) {
  // thousands leave the words beside them no room on a phone
  const smaller = entries.some(({ count }) => typeof count === 'string' && count.length > 3)
    ? 'max-md:text-[min(1.5rem,7.5vw)]'
    : '';
  return (
    <section className="school-grid ledger px-[18px] pt-5 pb-2 md:px-6 md:pt-6">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2>{title}</h2>
        {note && <p className="text-ink-2 text-sm">{note}</p>}
      </div>
      <ul className="ledger-entries">
        {entries.map(({ key, count, what, where, action }) => (
          <li key={key} className="ledger-entry">
            <b
              className={`whitespace-nowrap text-right font-serif text-[min(2.3rem,11vw)] text-lotus leading-none ${smaller}`}
            >
              {count}
            </b>
            <div>
              <strong className="block leading-snug first-letter:uppercase">{what}</strong>
              {where && <span className="block text-ink-2 text-sm">{where}</span>}
            </div>
            {action && <div className="[&>.button]:w-full">{action}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
