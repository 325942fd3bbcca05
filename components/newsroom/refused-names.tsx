import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { StrayAnswer } from '@/components/ui/panels/stray-answer';
import { fieldOf } from '@/domain/newsroom/namings/naming';
import type { RefusedName } from '@/domain/newsroom/refused-names/refused-name';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { deedsAddress } from './stray-answers';

type RefusedProps = {
  articleId: string;
  names: readonly RefusedName[];
  action: FormAction;
  /** what whoever sent a form without a script had before her */
  seen: string | undefined;
};

/** Names in a piece whose bearers have since said no on record: whoever lets it out says of each that it is she, or another. */
export function RefusedNames({ articleId, names, action, seen }: RefusedProps) {
  const t = useTranslations('newsroom.refusedNames');
  const locale = useLocale() as Locale;
  const gone = seen !== undefined && !names.some((name) => name.seen === seen) && (
    <StrayAnswer action={action} concept="newsroom" address={addressOf(articleId, seen)} words={[]} />
  );
  if (names.length === 0) return gone;
  return (
    <section className="my-4 border-lotus border-l-4 pl-3">
      <h3 className="font-semibold">{t('title')}</h3>
      <p className="my-1">{t('lead')}</p>
      {gone}
      {names.map((name) => (
        <Form
          key={name.key}
          action={action}
          concept="newsroom"
          address={addressOf(articleId, name.seen)}
          className="mt-3 border-rule border-t pt-3"
        >
          <p className="mb-2">{t('refused', { name: name.name, day: formatDay(locale, name.refusedOn) })}</p>
          <HiddenField name="articleId" value={articleId} />
          <HiddenField name="name" value={fieldOf(name)} />
          <HiddenField name="seen" value={name.seen} />
          <SubmitButton variant="secondary" compact>
            {t('another', { name: name.name })}
          </SubmitButton>
        </Form>
      ))}
    </section>
  );
}

/** Each form has its own; it tells no name. */
const addressOf = (articleId: string, seen: string) => `${deedsAddress(articleId)}?seen=${seen}`;
