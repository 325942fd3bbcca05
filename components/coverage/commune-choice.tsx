import { useTranslations } from 'next-intl';

type ChoiceProps = { communes: { slug: string; name: string; href: string }[] };

/** The map's tiles as a list of equal rank: for those who cannot aim at a tile, and for every phone. */
export function CommuneChoice({ communes }: ChoiceProps) {
  const t = useTranslations('coverage');
  return (
    <details className="group no-print">
      <summary className="control flex cursor-pointer items-center justify-between font-semibold list-none">
        {t('map.choose')}
        <span aria-hidden="true" className="text-lotus">
          ▾
        </span>
      </summary>
      <ul className="place-list mt-2 max-h-96 overflow-y-auto border border-rule bg-card p-2">
        {communes.map(({ slug, name, href }) => (
          <li key={slug}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
