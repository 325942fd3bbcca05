import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LinkElement } from '@/components/ui/link-element';
import type { Day } from '@/domain/days/day';
import { formatDayOfYear } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The id of a place in the table of all, by its slug. */
export const rowId = (slug: string) => `row-${slug}`;

type PlaceProps = {
  locale: Locale;
  slug: string;
  name: string;
  /** the id of the form for which places can be ticked */
  form: string | undefined;
  href: string;
  as: LinkElement;
  /** when its officials were last reminded */
  reminded: Day | undefined;
  /** what unfolds it */
  children: ReactNode;
};

/** A place that leads on, with its box where places can be ticked, what unfolds it, and when it was last reminded. */
export function TablePlace({ locale, slug, name, form, href, as: Link, reminded, children }: PlaceProps) {
  const t = useTranslations('coverage.table');
  const reminders = useTranslations('reminders');
  if (!form) return <Link href={href}>{name}</Link>;
  return (
    <span id={rowId(slug)} className="inline-flex scroll-mt-4 flex-wrap items-center gap-x-1">
      {/* what unfolds it stands beside its name where there is room */}
      <span className="inline-flex flex-wrap items-center gap-x-1 xl:flex-nowrap xl:whitespace-nowrap">
        <label className="choice tick no-print">
          <input type="checkbox" name="chosen" value={slug} form={form} />
          <span className="sr-only">{t('tick', { place: name })}</span>
        </label>
        <Link href={href}>{name}</Link>
        {children}
      </span>
      {reminded && (
        <small className="font-normal text-ink-2">{reminders('row', { day: formatDayOfYear(locale, reminded) })}</small>
      )}
    </span>
  );
}
