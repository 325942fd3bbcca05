import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import { keepTogether } from '@/i18n/compounds';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Asked = { name: string; href: string; units: number; lastDay: Day };

/** Reminders that stand at other places of hers, each a line that leads there. */
export function ElsewhereNotice({ locale, asked }: { locale: Locale; asked: readonly Asked[] }) {
  const t = useTranslations('reminders.elsewhere');
  if (asked.length === 0) return null;
  return (
    <section className="rounded-tile border-2 border-lotus bg-card px-4 py-4 md:px-6">
      <h2 className="mb-2">{t('title')}</h2>
      <ul>
        {asked.map(({ name, href, units, lastDay }) => (
          <li
            key={href}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-rule border-t py-2"
          >
            <span className="min-w-0 grow basis-56">
              {t('waits', { place: name, units, lastDay: formatDay(locale, lastDay) })}
            </span>
            <Link href={href} className="inline-flex min-h-11 items-center font-semibold">
              {t('open')} <span className="sr-only">{keepTogether(name)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
