import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainSelectField } from '@/components/ui/forms/plain-fields';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { TextVersion } from '@/domain/articles/versions/version';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ChoiceProps = {
  asked: { lang: Locale; from: string; to: string; after?: string };
  versions: readonly TextVersion[];
  /** the text that is written on, which can be chosen on every page of the list */
  newest: string | undefined;
  article: ArticleDraft;
};

/** Any two texts, to be put beside each other: a plain form whose answer is an address. */
export function VersionChoice({ asked, article, versions, newest }: ChoiceProps) {
  const t = useTranslations('articles.versions');
  const locale = useLocale() as Locale;
  const saved = versions
    .filter(({ id }) => id !== newest)
    .map(({ id, at, by, edition }) => ({
      value: id,
      label: t('version', { instant: formatInstant(locale, at), by: by ?? t('nobody'), edition }),
    }));
  const options = newest
    ? [{ value: newest, label: t(article.editionState === 'approved' ? 'approvedNewest' : 'newest') }, ...saved]
    : saved;
  return (
    <form
      action={`/admin/articles/${article.id}/versions`}
      aria-label={t('compare')}
      className="grid gap-2.5 sm:grid-cols-[1fr_1fr_auto] sm:items-end [&_.field]:mb-0"
    >
      <input type="hidden" name="lang" value={asked.lang} />
      {asked.after && <input type="hidden" name="after" value={asked.after} />}
      {(['from', 'to'] as const).map((name) => (
        <PlainSelectField
          key={name}
          id={`versions-${name}`}
          name={name}
          label={t(name)}
          options={options}
          defaultValue={asked[name]}
        />
      ))}
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
