import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import { dayOf } from '@/domain/days/day';
import type { LinkRow } from '@/domain/links/link';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Links with what came of looking, since when, and which texts and courses name them. */
export function LinkTable({ links }: { links: readonly LinkRow[] }) {
  const t = useTranslations('links');
  const locale = useLocale() as Locale;
  const dayIn = (instant: Date | null) => (instant ? formatDay(locale, dayOf(instant)) : t('never'));
  return (
    <Table
      caption={t('title')}
      rows={links}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('address'),
          kind: 'title',
          cell: ({ address }) => (
            <a href={address} rel="noreferrer" className="[overflow-wrap:anywhere]">
              {address}
            </a>
          ),
        },
        { label: t('outcome'), cell: (link) => <Outcome link={link} /> },
        { label: t('since'), cell: ({ since }) => dayIn(since) },
        { label: t('found'), cell: ({ foundAt }) => dayIn(foundAt) },
        {
          label: t('texts'),
          cell: ({ texts, textCount, courses }) => (
            <ul className="grid gap-1">
              {texts.map(({ id, title }) => (
                <li key={id}>
                  <Link href={`/admin/articles/${id}`}>{title}</Link>
                </li>
              ))}
              {textCount > texts.length && <li>{t('moreTexts', { count: textCount - texts.length })}</li>}
              {courses.map(({ id, title }) => (
                <li key={id}>
                  {t.rich('inCourse', { course: () => <Link href={`/admin/courses/${id}`}>{title}</Link> })}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function Outcome({ link: { state, cause, status, movedTo, misses } }: { link: LinkRow }) {
  const t = useTranslations('links');
  return (
    <>
      <span className="font-semibold">{t(`states.${state}`)}</span>
      {cause && <span className="block text-ink-2 text-sm">{t(`causes.${cause}`, { status: status ?? 0 })}</span>}
      {misses > 0 && <span className="block text-ink-2 text-sm">{t('misses', { count: misses })}</span>}
      {movedTo && <span className="block text-sm [overflow-wrap:anywhere]">{t('movedTo', { to: movedTo })}</span>}
    </>
  );
}
