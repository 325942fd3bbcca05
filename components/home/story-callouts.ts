import type { ArticleCard } from '@/domain/articles/article';
import type { CommuneCoverage } from '@/domain/coverage/coverage';

const CALLOUTS_MAX = 3;

/** The places that have a story, each once, with the newest. */
export function calloutsOf(
  stories: ArticleCard[],
  tiles: CommuneCoverage[],
  wordsOf: (slug: string) => { label: string; href: string },
) {
  const told = new Map(stories.toReversed().map((story) => [story.places[0]?.slug, story.slug]));
  return tiles
    .flatMap(({ code, slug }) => {
      const story = told.get(slug);
      return story ? [{ code, ...wordsOf(story) }] : [];
    })
    .slice(0, CALLOUTS_MAX);
}
