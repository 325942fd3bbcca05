type Chip = { href: string; word: string; isCurrent?: boolean };

/** Short links side by side, as many in a row as there is room for; the one that shows is filled with ink. */
export const Chips = ({ chips }: { chips: readonly Chip[] }) => (
  <ul className="-m-1 flex flex-wrap">
    {chips.map(({ href, word, isCurrent }) => (
      <li key={href} className="m-1">
        <a
          href={href}
          className={`inline-flex min-h-11 items-center rounded-[7px] border px-[12px] py-1 font-semibold no-underline ${isCurrent ? 'border-ink bg-ink text-card' : 'border-ink-line bg-card text-ink'}`}
          {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        >
          {word}
        </a>
      </li>
    ))}
  </ul>
);
