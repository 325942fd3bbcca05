import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { Times } from '@/domain/articles/reads/read';
import type { Day } from '@/domain/days/day';
import type { UnitCounts as Counts } from '@/domain/units/tree';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type UnitCountsProps = {
  counts: Partial<Counts>;
  today: Day;
  hrefs: Partial<Record<keyof Counts, string>>;
  /** of a commune: how often its public page was read */
  reads: Times | null;
};

const order = ['members', 'subAssociations', 'groups', 'households', 'models', 'pairs'] as const;
/** Always told, also where they are none; others only where there are some. */
const always = ['members', 'models', 'pairs'];

/** The figures of a unit and those below it, each leading to its list. */
export function UnitCounts({ counts, today, hrefs, reads }: UnitCountsProps) {
  const t = useTranslations('units.record');
  const locale = useLocale() as Locale;
  return (
    <section className="mb-8">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 border-rule border-y py-4 sm:grid-cols-3 xl:grid-cols-6">
        {order
          .filter((key) => counts[key] || (counts[key] === 0 && always.includes(key)))
          .map((key) => {
            const [count, href] = [formatNumber(locale, counts[key] ?? 0), hrefs[key]];
            return (
              <div key={key} className="flex flex-col-reverse justify-end">
                <dt className="text-ink-2 text-sm">{t(key)}</dt>
                <dd className="font-bold font-serif text-h2 leading-tight">
                  {href ? (
                    <Link href={href} className="inline-flex min-h-11 items-center" aria-label={`${count} ${t(key)}`}>
                      {count}
                    </Link>
                  ) : (
                    <span className="inline-flex min-h-11 items-center">{count}</span>
                  )}
                </dd>
              </div>
            );
          })}
      </dl>
      <p className="mt-2 text-ink-2 text-sm">{t('counted', { day: formatDay(locale, today) })}</p>
      {reads && (
        <p className="mt-1 text-ink-2 text-sm">
          {t('publicReads', {
            times: formatNumber(locale, reads.times),
            vi: formatNumber(locale, reads.vi),
            en: formatNumber(locale, reads.en),
          })}
        </p>
      )}
    </section>
  );
}
