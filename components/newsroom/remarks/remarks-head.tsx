import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { otherLocale } from '@/i18n/locales';
import { ChosenWords } from './chosen-words';
import type { PlacedRemarks } from './placed-remarks';
import { RemarkItem } from './remark-item';

type HeadProps = { placed: PlacedRemarks; others: number };

/** How many remarks are open on this text, and on the other. */
export function RemarksHead({ placed: { article, locale, remarks }, others }: HeadProps) {
  const t = useTranslations('remarks');
  const other = otherLocale(locale);
  const here = [...remarks.at.values()].reduce((sum, each) => sum + each.length, remarks.gone.length);
  return (
    <>
      {(here > 0 || others > 0) && (
        <p id="remarks" className="mb-3 flex scroll-mt-6 flex-wrap items-center gap-x-4">
          {here > 0 && <strong>{t('open', { count: here })}</strong>}
          {others > 0 && (
            <Link
              href={`/admin/articles/${article.id}?lang=${other}#remarks`}
              className="inline-flex min-h-11 items-center"
            >
              {t(`others.${other}`, { count: others })}
            </Link>
          )}
        </p>
      )}
      {article.editable && <ChosenWords articleId={article.id} locale={locale} label={t('toWords')} />}
    </>
  );
}

/** What was said of passages that are there no more. */
export function GoneRemarks({ placed: { article, remarks, resolvable, actions, told } }: Pick<HeadProps, 'placed'>) {
  const [t, interfaceLocale] = [useTranslations('remarks'), useLocale()];
  if (remarks.gone.length === 0) return null;
  return (
    <section id="gone" lang={interfaceLocale} className="no-print mt-8 scroll-mt-6 border-ink border-t-[3px] pt-4">
      <h3>{t('gone')}</h3>
      <p className="mb-3 text-ink-2 text-sm">{t('goneLead')}</p>
      <ul className="grid max-w-2xl gap-2">
        {remarks.gone.map((remark) => (
          <RemarkItem
            key={remark.id}
            remark={remark}
            passage=""
            article={article}
            told={told}
            action={resolvable ? actions.resolveRemark : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
