import type { ReactNode } from 'react';

/** Stands beside its name wherever both fit, and is never broken. */
const isShort = (value: ReactNode) => typeof value === 'string' && value.length <= 12;

/** Names and values in pairs, one a line. */
export function DefinitionList({ entries }: { entries: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {entries.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd {...(isShort(value) && { className: 'figure' })}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
