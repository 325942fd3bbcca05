import { getTranslations } from 'next-intl/server';
import { placeName } from '@/components/coverage/coverage-table';
import { figureOr, type ShareCard } from '@/components/layout/share-cards/share-card';
import { findPublishedDay } from '@/domain/coverage/queries';
import type { SignedReading } from '@/domain/coverage/rulings/ruling';
import { type Day, today } from '@/domain/days/day';
import { CITY_SLUG } from '@/domain/figures/figure';
import { env } from '@/domain/ground/env';
import type { Commune } from '@/domain/units/unit';
import { formatDay, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { wordOf } from '@/i18n/routes';
import { sharedImages } from './shared-images';

const LEVEL = 'sub_association';

type Told = { title: string; place: string | null; percent: number | null; day: Day; signed: SignedReading };

/** A place, how far it is on the day, and that day; of one that is silent its name alone. */
async function toldCard(locale: Locale, { title, place, percent, day, signed }: Told): Promise<ShareCard> {
  const [t, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'coverage' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  const shown = percent === null ? null : formatPercent(locale, percent);
  return {
    title,
    words: shown && t('statement', { percent: shown, level: LEVEL, reading: signed.reading }),
    line: shown && t('asOf', { day: formatDay(locale, day) }),
    picture: figureOr(shown, title),
    place,
    subject: null,
    demo: env.DEMO === 'on' ? ui('demo') : null,
  };
}

/** What is seen of a commune before it is opened. */
export async function communeCard(locale: Locale, commune: Commune): Promise<ShareCard> {
  const day = today();
  const [t, { communes, signed }] = await Promise.all([
    getTranslations({ locale, namespace: 'coverage' }),
    findPublishedDay(day),
  ]);
  const row = communes.find(({ communeId, level }) => communeId === commune.id && level === LEVEL);
  const title = placeName(t, commune);
  return toldCard(locale, { title, place: commune.code, percent: row?.percent ?? null, day, signed });
}

export const communeImages = async (locale: Locale, commune: Commune) =>
  sharedImages(locale, await communeCard(locale, commune), {
    route: 'shareCard',
    params: { of: wordOf(locale, 'commune'), slug: commune.slug },
  });

/** What is seen of the whole city's coverage. */
export async function cityCard(locale: Locale): Promise<ShareCard> {
  const day = today();
  const [t, { province, signed }] = await Promise.all([
    getTranslations({ locale, namespace: 'figures' }),
    findPublishedDay(day),
  ]);
  return toldCard(locale, {
    title: t('cityTitle', { kind: 'city' }),
    place: null,
    percent: province[LEVEL].percent,
    day,
    signed,
  });
}

export const cityImages = async (locale: Locale) =>
  sharedImages(locale, await cityCard(locale), {
    route: 'shareCard',
    params: { of: wordOf(locale, 'coverage'), slug: CITY_SLUG },
  });
