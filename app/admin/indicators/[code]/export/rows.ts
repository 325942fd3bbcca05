import 'server-only';
import { getTranslations } from 'next-intl/server';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { OpenedExport } from '@/domain/exports/export';
import { env } from '@/domain/ground/env';
import { type FigureOfPart, isIndicator, toldOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import { findIndicator, listPublishedDefinitions } from '@/domain/indicators/queries';
import { formatDay } from '@/i18n/format';
import { askedOf } from '../../asked';
import { placeOf } from '../../place';

export type IndicatorLine = FigureOfPart & { measure: UnitOfMeasure };

/** The place and its parts; null where there is no such indicator, place or day for her. */
export async function openIndicatorRows(
  viewer: Viewer,
  code: string,
  query: Record<string, string | undefined>,
): Promise<OpenedExport<IndicatorLine> | null> {
  if (!isIndicator(code) || !mayAnywhere(viewer, toldOf(code).needs) || toldOf(code).asked) return null;
  const { day, refused, unitId } = askedOf(query);
  const place = unitId ?? placeOf(viewer, toldOf(code).needs);
  if (refused || !place) return null;
  const [t, found, [definition]] = await Promise.all([
    getTranslations({ locale: viewer.locale, namespace: 'indicators' }),
    findIndicator(viewer, { code, unitId: place, day, trend: [] }),
    listPublishedDefinitions(viewer.locale, [code]),
  ]);
  if (!found || !definition) return null;
  const { name, numerator, denominator, measure, edition, from } = definition;
  const whole = { ...found.figure, id: found.unit.id, name: found.unit.name, kind: null, slug: null };
  const lines = [whole, ...found.parts.map((part) => (part.id === null ? { ...part, name: t('parts.itself') } : part))];
  return {
    total: lines.length,
    rows: inTurn(lines.map((line) => ({ ...line, measure }))),
    titles: [
      `${name}. ${found.unit.name}. ${t(toldOf(code).flow ? 'since' : 'on', { day: formatDay(viewer.locale, day) })}`,
      `${t('definition.numerator')}: ${numerator}. ${t('definition.denominator')}: ${denominator}.`,
      t('definition.editionFrom', { edition, day: formatDay(viewer.locale, from) }),
      ...(env.DEMO === 'on' ? [t('demo')] : []),
    ],
  };
}

async function* inTurn(lines: readonly IndicatorLine[]) {
  yield* lines;
}
