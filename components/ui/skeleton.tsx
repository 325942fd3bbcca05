import { useTranslations } from 'next-intl';

const widths = ['w-3/5', 'w-full', 'w-4/5'] as const;
const tiles = [0, 1, 2, 3, 4] as const;

/** Paper bars and filling tiles in the place of what is being fetched. */
export function Skeleton() {
  const t = useTranslations('ui');
  return (
    <div role="status" className="grid gap-3 py-4">
      <span className="sr-only">{t('loading')}</span>
      {widths.map((width) => (
        <div key={width} className={`bone ${width}`} />
      ))}
      <div className="mt-2 flex gap-1">
        {tiles.map((tile) => (
          <i key={tile} className="hexagon bone-tile" />
        ))}
      </div>
    </div>
  );
}
