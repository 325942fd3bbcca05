import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { FocusHere } from '@/components/ui/panels/focus-here';
import { readPicture } from '@/domain/articles/pictures/text-picture';
import { REMARK_MAX } from '@/domain/newsroom/remarks/remark';
import { type PlacedRemarks, passageAddress, remarkAddress } from './placed-remarks';

type FormProps = { placed: PlacedRemarks; asked: NonNullable<PlacedRemarks['asked']>; at: number };

/** Says something of a passage, or of the words of it that she chose. */
export function RemarkForm({ placed: { article, locale, passages, actions }, asked, at }: FormProps) {
  const [t, interfaceLocale] = [useTranslations('remarks.form'), useLocale()];
  const { quote, isGone, address } = asked;
  const isChosen = !passages[at]?.startsWith(quote);
  return (
    <section lang={interfaceLocale} className="school-grid mt-2 p-4 @xl:mt-0">
      <FocusHere id="remark" of={`${at} ${quote}`}>
        <p className="mb-2 font-semibold">
          {isGone ? t('gone') : isChosen ? t('quoted', { words: quote }) : t(readPicture(quote) ? 'picture' : 'title')}
        </p>
      </FocusHere>
      <Form
        key={`${at} ${quote}`}
        action={actions.remarkOnArticle}
        concept="newsroom"
        address={remarkAddress(article.id, locale, address)}
        keeps="remark"
        guarded
      >
        <HiddenField name="articleId" value={article.id} />
        <HiddenField name="locale" value={locale} />
        <HiddenField name="passage" value={at} />
        <HiddenField name="quote" value={quote} />
        <TextArea name="text" label={t('text')} hint={t('hint')} rows={3} maxLength={REMARK_MAX} />
        <div className="flex flex-wrap gap-x-3">
          <SubmitButton compact icon="send">
            {t('send')}
          </SubmitButton>
          <ButtonLink as={Link} href={passageAddress(article.id, locale, at)} variant="text" compact>
            {t('leave')}
          </ButtonLink>
        </div>
      </Form>
    </section>
  );
}
