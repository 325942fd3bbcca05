import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { PreviewLink } from '@/domain/newsroom/previews/preview-link';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type LinkListProps = {
  links: readonly PreviewLink[];
  articleId: string;
  /** of the newest edition */
  number: number;
  action: FormAction;
};

/** The addresses that lead to an edition now, each with which one it shows, until when, and the button that ends it. */
export function LinkList({ links, articleId, number, action }: LinkListProps) {
  const t = useTranslations('previews.links');
  const locale = useLocale() as Locale;
  if (links.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <ul className="border-rule border-b">
      {links.map(({ id, edition, by, expiresAt }) => {
        const at = formatInstant(locale, expiresAt);
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-t py-3"
          >
            <div className="min-w-0">
              <p className="font-semibold">{t(edition === number ? 'edition' : 'older', { edition })}</p>
              <p className="text-ink-2 text-sm">{t('by', { by, at })}</p>
            </div>
            <Form action={action} concept="newsroom">
              <HiddenField name="articleId" value={articleId} />
              <HiddenField name="linkId" value={id} />
              <SubmitButton variant="danger" compact>
                {t('end')} <span className="sr-only">{t('endOf', { at })}</span>
              </SubmitButton>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}
