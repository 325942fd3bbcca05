import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Words } from '@/components/layout/words';
import { TextArea } from '@/components/ui/forms/form';
import type { ArticleNode } from '@/domain/articles/document';
import type { fieldsOf } from '@/domain/articles/drafting/draft-fields';
import type { Locale } from '@/i18n/locales';
import { EasyReadField } from '../easy-read/easy-read-field';
import { BodyField } from '../editor/body-field';
import { LanguageSheets } from '../editor/language-sheets';
import { WhatChangedField } from '../what-changed/what-changed-field';

type TextFieldsProps = {
  values: ReturnType<typeof fieldsOf>;
  /** the texts as documents, by language; none of a text that is not written yet */
  bodies: Partial<Record<Locale, ArticleNode>>;
  /** whether it is one; of what is begun its writer says so in the same form */
  story: boolean | 'perhaps';
};
type SheetProps = TextFieldsProps & {
  /** what stands with the English sheet */
  beside?: ReactNode;
  first?: Locale | undefined;
};

/** The two texts, as they will look: who translates sees what she translates from. */
export const TextFields = ({ beside, first, ...texts }: SheetProps) => (
  <Words of={['articles.editor', 'articles.easyRead', 'articles.form.signs']}>
    <LanguageSheets
      first={first}
      vi={<OneText {...texts} locale="vi" />}
      en={
        <>
          <OneText {...texts} locale="en" />
          {beside}
        </>
      }
    />
  </Words>
);

function OneText({ values, bodies, story, locale }: TextFieldsProps & { locale: Locale }) {
  const t = useTranslations('articles.form');
  const part = locale === 'vi' ? 'Vi' : 'En';
  const optional = locale === 'en';
  return (
    <fieldset className="writing-sheet">
      <legend className="sheet-language">{t(locale === 'vi' ? 'vietnamese' : 'english')}</legend>
      {optional && <p className="mb-3 text-ink-2 text-sm">{t('englishLead')}</p>}
      <div className="sheet-title" lang={locale}>
        <TextArea
          name={`title${part}`}
          label={t('headline')}
          defaultValue={values[`title${part}`]}
          rows={2}
          maxLength={160}
          optional={optional}
        />
      </div>
      <div className="sheet-summary" lang={locale}>
        <TextArea
          name={`summary${part}`}
          label={t('summary')}
          hint={t('summaryHint')}
          defaultValue={values[`summary${part}`]}
          rows={3}
          maxLength={400}
          optional={optional}
        />
      </div>
      <BodyField
        name={`body${part}`}
        label={t('body')}
        hint={t('bodyHint')}
        lang={locale}
        markdown={values[`body${part}`]}
        written={bodies[locale] ?? null}
        optional={optional}
      />
      {story && (
        <WhatChangedField
          name={`whatChanged${part}`}
          lang={locale}
          saved={values[`whatChanged${part}`]}
          perhaps={story === 'perhaps'}
        />
      )}
      <EasyReadField name={`easyRead${part}`} lang={locale} saved={values[`easyRead${part}`]} />
    </fieldset>
  );
}
