import { figureParts } from '@/app/[locale]/(public)/figures/[slug]/[place]/[day]/figure-parts';
import { loadFigure } from '@/app/[locale]/(public)/figures/[slug]/[place]/[day]/load';
import { dependsOn } from '@/app/cache-tags';
import { cardResponse } from '@/app/share-cards/card-response';
import { figureCard } from '@/app/share-cards/figure-card';
import { localeAsked } from '@/i18n/locales';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Props = { params: Promise<{ locale: string; shape: string; slug: string; place: string; day: string }> };

/** The card of a number that can be cited. */
export async function GET(_request: Request, { params }: Props) {
  const { locale: asked, shape, ...at } = await params;
  const locale = localeAsked(asked);
  return cardResponse(locale, shape, async () => {
    const loaded = await loadFigure(locale, at);
    if (!loaded) return null;
    await dependsOn(...figureParts(loaded.figure));
    return figureCard(locale, loaded);
  });
}
