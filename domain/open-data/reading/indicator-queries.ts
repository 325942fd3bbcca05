import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { type Definition, type Figure, isIndicator, publicCodes, slugOf } from '@/domain/indicators/indicator';
import { listPublishedIndicators } from '@/domain/indicators/queries';
import { ok } from '@/domain/result';
import { type Question, refused } from '../question';
import type { IndicatorRow } from '../rows';
import { findPublishedPlace } from './place-queries';
import { behindKey, byKey, figureFields, type PageAddresses, type Telling } from './told';

const keyOf = ({ code }: Definition) => code;

const NOTHING: Figure = { done: null, whole: null, percent: null, state: 'nothing' };

/** Every public indicator by its code: its definition as it holds on the day, and its figure in the city or in one commune. */
export async function listPublishedIndicatorRows(question: Question, addresses: PageAddresses): Telling<IndicatorRow> {
  const { commune, language } = question;
  if (question.after !== undefined && !isIndicator(question.after)) return refused('no-such-place-in-list', 'after');
  const place = commune === undefined ? null : await findPublishedPlace(commune);
  if (commune !== undefined && !place) return refused('no-such-commune', 'commune');
  const day = question.day ?? today();
  const [definitions, figures] = await Promise.all([
    listPublishedDefinitions(language, publicCodes),
    listPublishedIndicators(day, place?.id),
  ]);
  const holding = definitions.filter(({ from, to }) => from <= day && (to === null || day < to));
  const { page, next } = behindKey(holding.sort(byKey(keyOf)), keyOf, question);
  const rows = page.map(
    (definition): IndicatorRow => ({
      indicator: definition.code,
      edition: definition.edition,
      title: definition.name,
      measure: definition.measure,
      numerator: definition.numerator,
      denominator: definition.denominator,
      known_gaps: definition.gaps,
      owner: definition.owner,
      valid_from: definition.from,
      valid_to: definition.to,
      day,
      commune: place?.code ?? null,
      ...figureFields(figures.get(definition.code) ?? NOTHING),
      page: addresses.indicator(language, slugOf(definition.code, language)),
      demonstration: env.DEMO === 'on',
    }),
  );
  return ok({ rows, next, day, from: null, to: null });
}
