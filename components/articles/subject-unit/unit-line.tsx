import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import type { UnitTold } from '@/domain/articles/subject-unit/subject-unit';
import { bareName } from '@/domain/units/bare-name';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { namedUnitOf } from './unit-words';

/** The unit a story tells of, as it was called then, leading to the page of its commune; where it is no more, to what it has become. */
export async function UnitLine({ locale, unit }: { locale: Locale; unit: UnitTold }) {
  const [t, units, kinds] = await Promise.all([
    getTranslations({ locale, namespace: 'articles.whatChanged' }),
    getTranslations({ locale, namespace: 'units' }),
    getTranslations({ locale, namespace: 'coverage.kindName' }),
  ]);
  const nameOf = namedUnitOf(units, kinds);
  const { ended, now, last } = unit;
  const [place] = ended ? [last] : now.map((each) => each.place);
  const name = nameOf(unit);
  const isLink = place && !(ended && now.length > 0);
  return (
    <p className="text-ui">
      {t('unit')}: {isLink ? <a href={hrefTo(locale, 'commune', { slug: place.slug })}>{name}</a> : name}
      {isLink && unit.level !== 'commune' && ` (${bareName(place.name)})`}
      {ended && now.length > 0 && (
        <>
          {'; '}
          {t('unitNow')}{' '}
          {now.map((each, at) => (
            <Fragment key={`${each.place.slug} ${each.name}`}>
              {at > 0 && ', '}
              <a href={hrefTo(locale, 'commune', { slug: each.place.slug })}>{nameOf(each)}</a>
            </Fragment>
          ))}
        </>
      )}
    </p>
  );
}
