import { getTranslations } from 'next-intl/server';
import { DemoMark } from '@/components/ui/demo-mark';
import type { ModelTold } from '@/domain/articles/cards/card-view';
import type { UnitTold } from '@/domain/articles/subject-unit/subject-unit';
import { bareName } from '@/domain/units/bare-name';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { UnitLine } from '../subject-unit/unit-line';

type WhatChangedProps = {
  /** of the text, which is not always that of the page around it */
  locale: Locale;
  text: string | null;
  /** the model it tells of; none where that is not public */
  model: ModelTold | undefined;
  unit: UnitTold | null;
};

/** What has changed for whom a story tells of, in which unit and model: a quiet box at its end. */
export async function WhatChanged({ locale, text, model, unit }: WhatChangedProps) {
  if (!text && !model && !unit) return null;
  const t = await getTranslations({ locale, namespace: 'articles.whatChanged' });
  return (
    <div className="reading">
      <aside className="portal-card" aria-label={t(text ? 'title' : unit ? 'unit' : 'model')}>
        {text && (
          <div className="w-full">
            <p className="text-ink-2 text-sm">{t('title')}</p>
            <p className="mt-1 whitespace-pre-line">{text}</p>
          </div>
        )}
        {unit && <UnitLine locale={locale} unit={unit} />}
        {model && <ModelLine locale={locale} model={model} term={t('model')} />}
      </aside>
    </div>
  );
}

async function ModelLine({ locale, model, term }: { locale: Locale; model: ModelTold; term: string }) {
  const words = await getTranslations({ locale, namespace: 'models-explained' });
  const ui = await getTranslations({ locale, namespace: 'ui' });
  const { kind, name, place, demo } = model;
  return (
    <p className="text-ui">
      {term}: <a href={hrefTo(locale, 'commune', { slug: place.slug })}>{name}</a> ({words(`${kind}.name`)},{' '}
      {bareName(place.name)}){demo && <DemoMark className="ml-2" words={ui('demo')} />}
    </p>
  );
}
