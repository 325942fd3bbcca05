import type { ReactNode } from 'react';

/** Names and values in pairs, one a line. */
export function DefinitionList({ entries }: { entries: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {entries.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
