import { useTranslations } from 'next-intl';
import type { ChartWords } from './map/tile-words';

/** How one model stands in one unit. `paused` keeps the petal's outline whole, with a bar through it. */
export type ModelState = 'active' | 'planned' | 'paused' | 'none';

const petal = 'M13 3c5.8 4.8 5.8 15.2 0 20C7.2 18.2 7.2 7.8 13 3Z';

/** The petal between two people: full where a model is active. Always with its word, seen or heard; `wide`: seen where there is room. */
export function ModelMark({ state, worded = false }: { state: ModelState; worded?: boolean | 'wide' }) {
  const t = useTranslations('charts') as ChartWords;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle">
      <ModelStatePicture state={state} />
      <span className={worded === 'wide' ? 'max-md:sr-only' : worded ? 'whitespace-nowrap' : 'sr-only'}>
        {t(`modelState.${state}`)}
      </span>
    </span>
  );
}

function ModelStatePicture({ state }: { state: ModelState }) {
  return (
    <svg viewBox="0 0 26 26" width="26" height="26" fill="none" className="flex-none" aria-hidden="true">
      <ModelStateLines state={state} />
    </svg>
  );
}

function ModelStateLines({ state }: { state: ModelState }) {
  return (
    <>
      {state === 'active' && <path d={petal} strokeWidth="2" className="fill-rubber stroke-rubber" />}
      {state === 'planned' && <path d={petal} strokeWidth="2" strokeDasharray="3 2.5" className="stroke-pomelo-text" />}
      {state === 'paused' && (
        <>
          <path d={petal} strokeWidth="2" className="stroke-ink-2" />
          <path d="M10.5 9.5v7M15.5 9.5v7" strokeWidth="2" strokeLinecap="round" className="stroke-ink-2" />
        </>
      )}
      {state === 'none' && (
        <path d="M8 8l10 10M18 8 8 18" strokeWidth="2.6" strokeLinecap="round" className="stroke-basalt" />
      )}
    </>
  );
}

const states = ['active', 'planned', 'paused', 'none'] as const;
const shapeOf = (state: ModelState) => `model-${state}`;

/** The drawings of all states once, for a table with hundreds of them: `ModelSign` draws by them. */
export function ModelShapes() {
  return (
    <svg className="hidden" aria-hidden="true">
      {states.map((state) => (
        <symbol key={state} id={shapeOf(state)} viewBox="0 0 26 26" fill="none">
          <ModelStateLines state={state} />
        </symbol>
      ))}
    </svg>
  );
}

/** The same mark on a page with `ModelShapes`, by as few elements as there can be; its word is heard. */
export function ModelSign({ state }: { state: ModelState }) {
  const t = useTranslations('charts') as ChartWords;
  return (
    <svg width="26" height="26" fill="none" className="inline" role="img" aria-label={t(`modelState.${state}`)}>
      <use href={`#${shapeOf(state)}`} />
    </svg>
  );
}
