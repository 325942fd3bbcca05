import { getTranslations } from 'next-intl/server';
import { citedWord } from '@/components/figures/cited-words';
import { whenWords } from '@/components/trainings/time-words';
import type { CardOffer } from '@/domain/articles/cards/card-asking';
import { listPublishedOffers } from '@/domain/articles/cards/offered-figure-queries';
import { findPublishedTold } from '@/domain/articles/cards/published-card-queries';
import type { Day } from '@/domain/days/day';
import { modelKinds } from '@/domain/digital-models/digital-model';
import { searchPublishedCommunes } from '@/domain/search/commune-queries';
import { searchPublishedModels } from '@/domain/search/model-queries';
import { searchPublishedSessions } from '@/domain/search/session-queries';
import { searchKey } from '@/domain/texts/clean-text';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const COMMUNES_MAX = 3;

/** Public things that a question means, as cards of a text: what was named most nearly first. */
export async function offersFor(locale: Locale, question: string, day: Day): Promise<CardOffer[]> {
  const { communes } = await searchPublishedCommunes(question);
  const near = communes.slice(0, COMMUNES_MAX);
  const each = await Promise.all([
    near.map(({ slug, name }): CardOffer => ({ of: 'commune', ref: slug, words: name, note: null })),
    kindOffers(locale, question),
    figureOffers(locale, question, day, near),
    modelOffers(question),
    sessionOffers(locale, question),
  ]);
  return each.flat();
}

async function kindOffers(locale: Locale, question: string): Promise<CardOffer[]> {
  const t = await getTranslations({ locale, namespace: 'models-explained' });
  return modelKinds
    .filter((kind) => searchKey(t(`${kind}.name`)).includes(searchKey(question)))
    .map((kind) => ({ of: 'model', ref: kind, words: t(`${kind}.name`), note: null }));
}

async function modelOffers(question: string): Promise<CardOffer[]> {
  const models = await searchPublishedModels(question, null);
  return models.flatMap((model) =>
    model.place
      ? [{ of: 'model', ref: model.id, words: model.name.map(({ text }) => text).join(''), note: model.place.name }]
      : [],
  );
}

/** Those to come by their words, any by its number. */
async function sessionOffers(locale: Locale, question: string): Promise<CardOffer[]> {
  const t = await getTranslations({ locale, namespace: 'trainings' });
  const number = /^\s*(\d{1,9})\s*$/.exec(question)?.[1];
  const [found, { sessions }] = await Promise.all([
    number ? findPublishedTold(locale, [{ of: 'session', ref: number }]) : new Map(),
    searchPublishedSessions(locale, question, {}),
  ]);
  const told = [...found.values()].flatMap((view) => (view.of === 'session' ? [view.session] : []));
  return [...told, ...sessions.map(({ course, ...session }) => ({ ...session, title: course.title }))].map(
    ({ number, title, unit, ...session }) => ({
      of: 'session',
      ref: String(number),
      words: title,
      note: `${whenWords(t, locale, session)}, ${unit}`,
    }),
  );
}

async function figureOffers(
  locale: Locale,
  question: string,
  day: Day,
  communes: readonly { slug: string; name: string }[],
): Promise<CardOffer[]> {
  const [t, states, figures] = await Promise.all([
    getTranslations({ locale, namespace: 'figures' }),
    getTranslations({ locale, namespace: 'indicators' }),
    listPublishedOffers(locale, question, day, communes),
  ]);
  return figures.map(({ ref, definition, place, figure }) => ({
    of: 'figure',
    ref,
    words: `${definition.name}: ${place}`,
    note: `${citedWord(t, states, locale, definition, figure)}, ${formatDay(locale, day)}`,
  }));
}
