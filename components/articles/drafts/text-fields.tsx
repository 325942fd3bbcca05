import { useTranslations } from 'next-intl';
import { TextArea, TextField } from '@/components/ui/forms/form';
import type { fieldsOf } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';

type TextFieldsProps = { values: ReturnType<typeof fieldsOf> };

/** The two texts, side by side where there is room: who translates sees what she translates from. */
export function TextFields({ values }: TextFieldsProps) {
  return (
    <>
      <div className="mt-6 grid gap-x-10 gap-y-8 2xl:grid-cols-2">
        <OneText values={values} locale="vi" />
        <OneText values={values} locale="en" />
      </div>
      <Signs />
    </>
  );
}

function OneText({ values, locale }: TextFieldsProps & { locale: Locale }) {
  const t = useTranslations('articles.form');
  const part = locale === 'vi' ? 'Vi' : 'En';
  const optional = locale === 'en';
  return (
    <fieldset className="min-w-0 border-ink border-t-2 pt-3">
      <legend className="float-left mb-1 w-full font-bold font-serif text-h2">
        {t(locale === 'vi' ? 'vietnamese' : 'english')}
      </legend>
      <p className="clear-both mb-4 2xl:min-h-[1.5em] text-ink-2 text-sm">{optional && t('englishLead')}</p>
      <TextField
        name={`title${part}`}
        label={t('headline')}
        defaultValue={values[`title${part}`]}
        maxLength={160}
        optional={optional}
      />
      <TextArea
        name={`summary${part}`}
        label={t('summary')}
        hint={t('summaryHint')}
        defaultValue={values[`summary${part}`]}
        rows={3}
        maxLength={400}
        optional={optional}
      />
      <TextArea
        name={`body${part}`}
        label={t('body')}
        hint={t('bodyHint')}
        defaultValue={values[`body${part}`]}
        rows={22}
        maxLength={40_000}
        optional={optional}
      />
    </fieldset>
  );
}

const signs = [
  ['heading', '## …'],
  ['strong', '**…**'],
  ['list', '- …'],
  ['quote', '> …'],
  ['link', '[…](/mo-hinh)'],
] as const;

/** How the few signs are written that make a text more than paragraphs. */
function Signs() {
  const t = useTranslations('articles.form.signs');
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center font-semibold text-lotus underline underline-offset-[.22em]">
        {t('title')}
      </summary>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 py-2">
        {signs.map(([name, sign]) => (
          <div key={name} className="flex items-baseline gap-2">
            <dt className="text-ink-2">{t(name)}</dt>
            <dd>
              <code className="rounded-badge bg-card px-1.5 py-0.5">{sign.replace('…', t(name))}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
