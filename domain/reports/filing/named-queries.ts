import type { Day } from '@/domain/days/day';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import type { Locale } from '@/domain/locale';
import { findPublishedCityOn } from '../issuer-queries';
import type { NamedThen } from '../report-content';

/** How the city of a day and the indicators are called now: what is signed bears these names from then on. */
export async function findPublishedNames(day: Day): Promise<Omit<NamedThen, 'signer'>> {
  const [city, vi, en] = await Promise.all([findPublishedCityOn(day), indicatorNames('vi'), indicatorNames('en')]);
  return { city, indicators: { vi, en } };
}

async function indicatorNames(locale: Locale) {
  const definitions = await listPublishedDefinitions(locale);
  return Object.fromEntries(definitions.filter(({ to }) => to === null).map(({ code, name }) => [code, name]));
}
