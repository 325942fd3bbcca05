import { type LineLook, markPath } from './admin-words';

/** A line, or the target's dashes, or one of the two bars of the comparison. */
type KeyLook = LineLook | 'target' | 'solid' | 'striped';

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
      {typeof look === 'string' ? <SampleByName look={look} /> : <SampleLine look={look} />}
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

function SampleByName({ look }: { look: 'target' | 'solid' | 'striped' }) {
  if (look === 'target') return <path d="M2 8h36" strokeWidth="1.8" strokeDasharray="7 5" className="stroke-ink" />;
  if (look === 'solid') return <path d="M6 1h28v14H6Z" className="fill-cover-4" />;
  return (
    <>
      <path d="M6 1h28v14H6Z" className="fill-lake-soft" />
      <path d="M6 11V7l6-6h4ZM8 15 22 1h4L12 15ZM18 15 32 1h2v2L22 15ZM28 15l6-6v4l-2 2Z" className="fill-lake" />
    </>
  );
}
