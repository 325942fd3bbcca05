const grounds = {
  paper: { hexagon: '#3A1742', circles: '#FBF5E8', petal: '#F58BB2', dot: '#F4C431', small: 'text-ink-2' },
  plum: { hexagon: '#FBF5E8', circles: '#3A1742', petal: '#D42A74', dot: '#B57A00', small: 'text-[#e9cfdd]' },
} as const;

type Ground = { on: keyof typeof grounds };

/** The mark: a commune, two people, what they share. */
export function BrandMark({ on, className = '' }: Ground & { className?: string }) {
  const { hexagon, circles, petal, dot } = grounds[on];
  return (
    <svg viewBox="4 0 56 64" aria-hidden="true" className={`flex-none ${className}`}>
      <path
        d="M32 3.5 56.7 17.75v28.5L32 60.5 7.3 46.25v-28.5Z"
        fill={hexagon}
        stroke={hexagon}
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <circle cx="24.5" cy="34.5" r="12.5" fill="none" stroke={circles} strokeWidth="3" />
      <circle cx="39.5" cy="34.5" r="12.5" fill="none" stroke={circles} strokeWidth="3" />
      <path d="M32 21c5 3.6 7 8.2 7 13.5S37 44.4 32 48c-5-3.6-7-8.2-7-13.5S27 24.6 32 21Z" fill={petal} />
      <circle cx="32" cy="12.8" r="3.2" fill={dot} />
    </svg>
  );
}

type NameProps = Ground & {
  name: string;
  under: string;
  /** never broken, however large letters are */
  whole?: boolean;
};

/** The name of the portal, which stays Vietnamese in both languages. */
export function BrandName({ on, name, under, whole = false }: NameProps) {
  return (
    <span className="min-w-0 leading-[1.15]">
      <b lang="vi" className={`block font-serif text-h3 leading-[1.2] ${whole ? 'whitespace-nowrap' : ''}`.trimEnd()}>
        {name}
      </b>{' '}
      <span className={`block text-xs ${grounds[on].small}`}>{under}</span>
    </span>
  );
}
