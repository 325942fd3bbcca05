import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { coverageStates, type TileState } from './map/hexagon';
import { patternIds, Tile, TilePatterns } from './map/tile';
import type { ChartWords } from './map/tile-words';

const steps = ['bg-cover-1 border-[#CFA06A]', 'bg-cover-2', 'bg-cover-3', 'bg-cover-4', 'bg-cover-5'] as const;

type CoverageLegendProps = {
  level?: CoverageLevel;
  /** Which states beside the five steps to explain; by default all that coverage can have. */
  states?: readonly TileState[];
};

/** How to read the colours and patterns of the map, in words. */
export function CoverageLegend({ level = 'sub_association', states = coverageStates }: CoverageLegendProps) {
  const t = useTranslations('charts') as ChartWords;
  const patterns = patternIds(`legend${useId()}`);
  return (
    <div className="text-sm">
      <ol className="mb-3 grid columns-of-steps gap-[3px]">
        {steps.map((step, index) => (
          <li key={step} className="text-xs tabular-nums leading-[1.3]">
            <span
              className={`mb-1 block h-4 border border-ink/15 forced-color-adjust-none [print-color-adjust:exact] ${step}`}
            />
            {t(`legend.step${index + 1}`)}
          </li>
        ))}
      </ol>
      <ul className="grid columns-of-looks gap-x-6 gap-y-1.5">
        {states
          .filter((state) => state !== 'some')
          .map((state) => (
            <li key={state} className="flex items-center gap-2.5">
              <svg viewBox="-14 -14.5 28 29" width="28" height="29" aria-hidden="true" className="flex-none">
                <TilePatterns {...patternIds(`${patterns.hatch}-${state}`)} />
                <Tile radius={13} state={state} percent={null} patterns={patternIds(`${patterns.hatch}-${state}`)} />
              </svg>
              {t(`legend.${state}`, { level })}
            </li>
          ))}
      </ul>
    </div>
  );
}
