import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Missing } from '@/domain/articles/comparison/compare';

/** What one language says and the other does not, first what English lacks. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const t = useTranslations('translations.missing');
  if (missing.length === 0)
    return (
      <p className="flex items-start gap-2">
        <Icon name="check" className="mt-0.5 flex-none text-rubber" />
        {t('none')}
      </p>
    );
  return (
    <>
      <p className="mb-2 text-ink-2 text-sm">{t('lead')}</p>
      {(['en', 'vi'] as const).map((locale) => {
        const lacking = missing.filter(({ missingIn }) => missingIn === locale);
        return (
          lacking.length > 0 && (
            <div key={locale} className="mt-2">
              <h4 className="font-semibold">{t(`missingIn.${locale}`)}</h4>
              <ul>
                {lacking.map(({ kind, said }) => (
                  <li key={`${kind} ${said}`} className="border-rule border-t py-1.5">
                    <span className="text-ink-2 text-sm">{t(`kinds.${kind}`)}</span>{' '}
                    <span lang={locale === 'en' ? 'vi' : 'en'} className="break-words font-semibold">
                      {said}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </>
  );
}
