'use client';

import { useTranslations } from 'next-intl';
import { MoveButtons } from '@/components/articles/lines/move-buttons';
import type { Line } from '@/components/articles/lines/moving-lines';
import { TextArea, TextField } from '@/components/ui/forms/form';
import type { Part } from '@/domain/guides/written-parts';
import { DrawingFields } from './drawing-fields';

type LineProps = Line & {
  part: Part;
  values: Record<string, string>;
  topic: string | undefined;
  inEnglish: boolean;
};

/** One need, step or trouble: Vietnamese and English side by side where there is room. */
export function PartLine({ part, name, at, values, topic, inEnglish, moves }: LineProps) {
  const t = useTranslations('guides.writing');
  return (
    <fieldset className="min-w-0 rounded-control border border-rule bg-card p-4">
      <legend className="float-left mb-2 w-full font-bold text-h3">{t(`one.${part}`, { number: at + 1 })}</legend>
      <div className="clear-both grid gap-x-8 lg:grid-cols-2">
        <OneLanguage part={part} name={name} locale="vi" values={values} />
        {inEnglish && <OneLanguage part={part} name={name} locale="en" values={values} />}
      </div>
      {part === 'step' && <DrawingFields name={name} at={at} values={values} topic={topic} />}
      {moves && <MoveButtons of={t(`one.${part}`, { number: at + 1 })} name={name} moves={moves} />}
    </fieldset>
  );
}

type LanguageProps = Pick<LineProps, 'part' | 'name' | 'values'> & { locale: 'vi' | 'en' };

function OneLanguage({ part, name, locale, values }: LanguageProps) {
  const t = useTranslations('guides.writing');
  const [title, body] =
    locale === 'vi' ? [`titleVi[${name}]`, `bodyVi[${name}]`] : [`titleEn[${name}]`, `bodyEn[${name}]`];
  return (
    <div className="min-w-0">
      <TextField
        name={title}
        label={t(`titles.${part}`, { language: t(`in.${locale}`) })}
        defaultValue={values[title] ?? ''}
        maxLength={160}
      />
      {part !== 'need' && (
        <TextArea
          name={body}
          label={t(`bodies.${part}`, { language: t(`in.${locale}`) })}
          defaultValue={values[body] ?? ''}
          rows={3}
          maxLength={1000}
        />
      )}
    </div>
  );
}
