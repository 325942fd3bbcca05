import { useTranslations } from 'next-intl';
import type { ChartWords } from './map/tile-words';

/** How one model stands in one unit. `paused` keeps the petal's outline whole, with a bar through it. */
export type ModelStanding = 'active' | 'planned' | 'paused' | 'none';

const petal = 'M13 3c5.8 4.8 5.8 15.2 0 20C7.2 18.2 7.2 7.8 13 3Z';

/** The petal between two people: full where a model is active. Always with its word, seen or heard; `wide`: seen where there is room. */
export function ModelMark({ standing, worded = false }: { standing: ModelStanding; worded?: boolean | 'wide' }) {
  const t = useTranslations('charts') as ChartWords;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle">
      <StandingPicture standing={standing} />
      <span className={worded === 'wide' ? 'max-md:sr-only' : worded ? '' : 'sr-only'}>
        {t(`standing.${standing}`)}
      </span>
    </span>
  );
}

function StandingPicture({ standing }: { standing: ModelStanding }) {
  return (
    <svg viewBox="0 0 26 26" width="26" height="26" fill="none" className="flex-none" aria-hidden="true">
      {standing === 'active' && <path d={petal} strokeWidth="2" className="fill-rubber stroke-rubber" />}
      {standing === 'planned' && (
        <path d={petal} strokeWidth="2" strokeDasharray="3 2.5" className="stroke-pomelo-text" />
      )}
      {standing === 'paused' && (
        <>
          <path d={petal} strokeWidth="2" className="stroke-ink-2" />
          <path d="M10.5 9.5v7M15.5 9.5v7" strokeWidth="2" strokeLinecap="round" className="stroke-ink-2" />
        </>
      )}
      {standing === 'none' && (
        <path d="M8 8l10 10M18 8 8 18" strokeWidth="2.6" strokeLinecap="round" className="stroke-basalt" />
      )}
    </svg>
  );
}
