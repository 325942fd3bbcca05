import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { SuggestedTerm } from '@/domain/articles/translations/terms';

/** The union's words in a text and how they are said in English; first those that English does not say yet. */
export function TermList({ terms, written }: { terms: readonly SuggestedTerm[]; written: boolean }) {
  const t = useTranslations('translations.terms');
  if (terms.length === 0) return <p>{t('none')}</p>;
  const absentFirst = [...terms].sort((one, other) => Number(other.absent) - Number(one.absent));
  return (
    <dl>
      {absentFirst.map(({ vi, en, absent }) => (
        <div key={vi} className="flex flex-wrap items-baseline gap-x-3 border-rule border-t py-1.5">
          <dt lang="vi">{vi}</dt>
          <dd lang="en" className="font-semibold">
            {en}
          </dd>
          {written && absent && (
            <dd>
              <Badge tone="waiting">{t('absent')}</Badge>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
