import { useTranslations } from 'next-intl';
import type { FoundCommune } from '@/domain/search/search';
import { bareName } from '@/domain/units/bare-name';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { FoundSection } from './found-list';

/** Several communes may bear the name that was typed: they are told apart by what they were, and by their code. */
export function FoundCommunes({ locale, communes }: { locale: Locale; communes: readonly FoundCommune[] }) {
  const t = useTranslations('search');
  const place = useTranslations('coverage.kindName');
  const namesakes = communes.filter(({ namesake }) => namesake).length;
  const asksWhich = namesakes > 1;
  return (
    <FoundSection title={t('kinds.commune')}>
      {asksWhich && <p className="mb-3 font-semibold">{t('which', { count: namesakes })}</p>}
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {communes.map(({ slug, code, name, kind, former, namesake }) => (
          <li key={slug} className="border-rule border-t py-1">
            <a
              href={hrefTo(locale, 'commune', { slug })}
              className="inline-flex min-h-11 items-center font-semibold text-lotus underline underline-offset-[.22em]"
            >
              {place(kind === 'ward' ? 'ward' : 'commune', { name: bareName(name) })}
            </a>{' '}
            {former && <Former {...former} />}{' '}
            {asksWhich && namesake && code && <span className="block text-ink-2 text-sm">{t('code', { code })}</span>}
          </li>
        ))}
      </ul>
    </FoundSection>
  );
}

/** The unit that was typed, and is a part of this one today. */
function Former({ name, kind, part, district }: NonNullable<FoundCommune['former']>) {
  const t = useTranslations('search');
  return (
    <span className="block text-ink-2 text-sm">
      {kind
        ? t('formerUnit', { name, kind, share: part ? 'part' : 'whole', district: district ?? 'none' })
        : t('formerly', { name })}
    </span>
  );
}
