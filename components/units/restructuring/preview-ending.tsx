import { useLocale, useTranslations } from 'next-intl';
import type { Preview } from '@/domain/units/restructuring/preview';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type EndingProps = {
  preview: Preview;
  /** names of people by id, of those she may see */
  names: Record<string, string>;
};

/** Offices and roles that end with their unit, and where old addresses lead. */
export function PreviewEnding({ preview: { offices, grants, units, addresses }, names }: EndingProps) {
  const t = useTranslations('units');
  const titles = useTranslations('people.office');
  const roles = useTranslations('access.roles');
  const locale = useLocale() as Locale;
  const unitName = (id: string) => units.find(({ unitId }) => unitId === id)?.before?.name ?? '';
  const lines = [
    ...offices.map(({ title, personId, unitId }) =>
      t('preview.officeEnds', {
        title: titles(title as 'chair'),
        name: names[personId] ?? t('preview.someone'),
        unit: unitName(unitId),
      }),
    ),
    ...grants.map(({ role, unitId, count }) =>
      t('preview.grantEnds', { count, role: roles(role), unit: unitName(unitId) }),
    ),
  ];
  const address = (slug: string) => hrefTo(locale, 'commune', { slug });
  return (
    <>
      <h2 className="mt-10 mb-3">{t('preview.ending')}</h2>
      {lines.length > 0 ? (
        <ul className="list-disc pl-6">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>{t('preview.endingNone')}</p>
      )}
      {addresses.length > 0 && (
        <>
          <h2 className="mt-10 mb-3">{t('preview.addresses')}</h2>
          <ul className="list-disc pl-6">
            {addresses.map(({ slug, to }) => (
              <li key={slug}>
                {to
                  ? t('preview.addressTo', { from: address(slug), to: address(to) })
                  : t('preview.addressNone', { from: address(slug) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
