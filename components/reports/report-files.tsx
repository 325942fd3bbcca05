import { useTranslations } from 'next-intl';

/** A file is no page: plain links, so that the browser keeps it. */
const kinds = { docx: 'word', xlsx: 'excel', pdf: 'pdf' } as const;

type FilesProps = { hrefOf: (format: keyof typeof kinds) => string; checkHref: string };

/** The report as a file in three forms, with what is assumed of their layout. */
export function ReportFiles({ hrefOf, checkHref }: FilesProps) {
  const t = useTranslations('reports.paper');
  return (
    <section className="no-print mt-6">
      <h2 className="mb-2">{t('files')}</h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {(Object.keys(kinds) as (keyof typeof kinds)[]).map((format) => (
          <li key={format}>
            <a href={hrefOf(format)} className="inline-flex min-h-11 items-center">
              {t(kinds[format])}
            </a>
          </li>
        ))}
        <li>
          <a href={checkHref} className="inline-flex min-h-11 items-center">
            {t('check')}
          </a>
        </li>
      </ul>
      <p className="mt-1 max-w-[44em] text-ink-2 text-sm">{t('assumed')}</p>
    </section>
  );
}
