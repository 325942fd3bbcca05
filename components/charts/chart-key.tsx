import { type LineLook, markPath } from './admin-words';

/** A line, or the target's dashes. */
type KeyLook = LineLook | 'target';

type ChartKeyProps = {
  entries: readonly { name: string; look: KeyLook; word?: string }[];
};

/** Names what a chart draws, each with a sample of its dash, mark or pattern, and its latest number. */
export function ChartKey({ entries }: ChartKeyProps) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {entries.map(({ name, look, word }) => (
        <li key={name} className="flex items-center gap-2">
          <Sample look={look} />
          {name}
          {word && <b className="tabular-nums">{word}</b>}
        </li>
      ))}
    </ul>
  );
}

function Sample({ look }: { look: KeyLook }) {
  return (
    <svg viewBox="0 0 40 16" width="40" height="16" aria-hidden="true" className="flex-none">
      {look === 'target' ? (
        <path d="M2 8h36" strokeWidth="1.8" strokeDasharray="7 5" className="stroke-ink" />
      ) : (
        <SampleLine look={look} />
      )}
    </svg>
  );
}

function SampleLine({ look }: { look: LineLook }) {
  const cap = look.dash.startsWith('1 ') ? 'round' : 'butt';
  return (
    <>
      <path d="M2 8h28" stroke={look.colour} strokeWidth="3.5" strokeDasharray={look.dash} strokeLinecap={cap} />
      <path d={markPath(look)} fill={look.colour} transform="translate(31 8)" />
    </>
  );
}
