import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BreadcrumbList } from '@/app/breadcrumb-list';
import { dependsOn, markMissing } from '@/app/cache-tags';
import { JsonLd } from '@/app/json-ld';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { figureImages } from '@/app/share-cards/figure-card';
import { figureSlug, isListed } from '@/domain/figures/figure';
import { withMark } from '@/domain/texts/with-mark';
import { formatDay } from '@/i18n/format';
import { otherLocale } from '@/i18n/locales';
import { figureDataset } from './dataset';
import { FigureContent } from './figure-content';
import { figureParts } from './figure-parts';
import { loadFigure } from './load';
import { figureWordsOf } from './words';

type Props = PageProps<'/[locale]/figures/[slug]/[place]/[day]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, asked] = [await localeOf(params), await params];
  const [t, loaded] = [await getTranslations('figures'), await loadFigure(locale, asked)];
  if (!loaded) return { title: t('cite'), robots: { index: false } };
  const { figure, definition } = loaded;
  const { word, title, mark } = await figureWordsOf(locale, loaded);
  const { slug, place, day } = asked;
  return pageMetadata({
    locale,
    route: 'figure',
    params: { slug, place, day },
    twinParams: { slug: figureSlug(figure.code, otherLocale(locale)), place, day },
    title: t('shared', { value: word, title, day: formatDay(locale, figure.day) }),
    description: withMark(definition.numerator, mark),
    card: await figureImages(locale, loaded),
    index: isListed(figure.code, place, figure.day),
  });
}

/** A number at an address of its own, which keeps it: what was said of a place and a day, and whether it still is. */
export default async function FigurePage({ params }: Props) {
  const [locale, asked] = [await localeOf(params), await params];
  const loaded = await loadFigure(locale, asked);
  if (!loaded) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  await dependsOn(...figureParts(loaded.figure));
  const words = await figureWordsOf(locale, loaded);
  return (
    <>
      <BreadcrumbList locale={locale} part="coverage" name={words.title} />
      <JsonLd data={figureDataset(locale, loaded, words)} />
      <FigureContent locale={locale} loaded={loaded} words={words} />
    </>
  );
}
