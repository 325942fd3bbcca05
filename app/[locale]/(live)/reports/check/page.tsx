import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { oneOf } from '@/app/address';
import { markMissing, markWaiting } from '@/app/cache-tags';
import { keptForm } from '@/app/forms/public-form';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { CheckedView, CheckForm, FileForm, NotKnown } from '@/components/reports/check-view';
import { fileSum, readTyped } from '@/domain/reports/checking/checked-report';
import { findPublishedReport } from '@/domain/reports/checking/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/reports/check'>;

/** The title says nothing of a report: it is the same for all. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('reports.check');
  return pageMetadata({ locale, route: 'reportCheck', title: t('title'), description: t('lead'), index: false });
}

/** The page on which a printed report is checked; the answer stands at an address of its own. Guessing is counted. */
export default async function CheckPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const query = await searchParams;
  const [snapshot, sum, file] = [query.snapshot, query.sum, query.file].map((each) => oneOf(each)?.slice(0, 120) ?? '');
  if (file) return <Page locale={locale}>{await answer(fileSum.safeParse(file).success ? { file } : null, true)}</Page>;
  const typed = snapshot || sum ? { snapshot: snapshot ?? '', sum: sum ?? '' } : undefined;
  const asked = typed && readTyped(typed.snapshot, typed.sum);
  if (asked) return <Page locale={locale}>{await answer(asked, false)}</Page>;
  const [t, kept] = await Promise.all([getTranslations('reports.check'), keptForm(hrefTo(locale, 'reportCheck'))]);
  return (
    <Page locale={locale}>
      <h1 className="mb-4">{t('title')}</h1>
      <p className="mb-7 max-w-[34em] font-serif text-read">{t('lead')}</p>
      <CheckForm typed={typed} />
      <FileForm refused={kept?.fields?.reportFile !== undefined} />
    </Page>
  );
}

async function answer(asked: Parameters<typeof findPublishedReport>[0] | null, isFile: boolean) {
  const network = await readersNetwork();
  if (!(await mayAsk('report', network))) {
    await markWaiting();
    return <NotKnown why="wait" />;
  }
  const report = asked && (await findPublishedReport(asked));
  if (report) await wasKnown('report', network);
  else await markMissing();
  return report ? <CheckedView report={report} /> : <NotKnown why={isFile ? 'unknown-file' : 'unknown'} />;
}

const Page = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <Shell locale={locale} route="reportCheck">
    <div className="wrap section">{children}</div>
  </Shell>
);
