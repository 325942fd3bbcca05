import { useTranslations } from 'next-intl';

const kinds = { docx: 'word', xlsx: 'excel', pdf: 'pdf' } as const;
export type FileFormat = keyof typeof kinds;

type LinksProps = {
  hrefOf: (format: FileFormat) => string;
  /** tells them apart by ear where several stand on a page */
  of?: string;
};

/** A file is no page: plain links, so that the browser keeps it. */
export function FileLinks({ hrefOf, of }: LinksProps) {
  const t = useTranslations('reports.paper');
  return (Object.keys(kinds) as FileFormat[]).map((format) => (
    <a key={format} href={hrefOf(format)} className="inline-flex min-h-11 items-center">
      {t(kinds[format])}
      {of !== undefined && <span className="sr-only">, {of}</span>}
    </a>
  ));
}

/** The report as a file in three forms, with what is assumed of their layout. */
export function ReportFiles({ hrefOf, checkHref }: LinksProps & { checkHref: string }) {
  const t = useTranslations('reports.paper');
  return (
    <section className="no-print mt-6">
      <h2 className="mb-2">{t('files')}</h2>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <FileLinks hrefOf={hrefOf} />
        <a href={checkHref} className="inline-flex min-h-11 items-center">
          {t('check')}
        </a>
      </p>
      <p className="mt-1 max-w-[44em] text-ink-2 text-sm">{t('assumed')}</p>
    </section>
  );
}
