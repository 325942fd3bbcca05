import { type Slide, slides } from '@/components/coverage/projector/slides';
import { inOrder, palestOf } from '@/domain/coverage/view/lacking';
import type { CoverageView } from '@/domain/coverage/view/view';
import type { Look } from '../look';

/** Where links and arrow keys lead; null is nowhere. */
type Ways = { previous: string | null; next: string | null; palest: string | null };

/** Where one goes from here: through the places in their order, round at both ends, and to the lowest. */
export function placesBeside(
  view: CoverageView,
  { rows, chosen, changes }: Pick<Look, 'rows' | 'chosen' | 'changes'>,
  pathOf: (place: string | null) => string,
): Ways {
  const facts = {
    lacking: view.lacking,
    pointsOf: ({ communeId }: { communeId: string }) => changes?.of.get(communeId)?.points ?? null,
    sessionsOf: () => 0,
  };
  const ordered = inOrder(rows, view, facts);
  const at = ordered.findIndex(({ slug }) => slug === chosen?.slug);
  const beside = (step: 1 | -1) => {
    if (ordered.length < 2) return null;
    const next = at < 0 ? (step > 0 ? 0 : ordered.length - 1) : (at + step + ordered.length) % ordered.length;
    return pathOf(ordered[next]?.slug ?? null);
  };
  const palest = ordered.length > 1 ? palestOf(rows) : undefined;
  return {
    previous: beside(-1),
    next: beside(1),
    palest: palest ? pathOf(palest.slug) : null,
  };
}

/** From a slide without places: to the slides beside it, round at both ends. */
export function slidesBeside(slide: Slide, pathOf: (slide: Slide) => string): Ways {
  const beside = (step: 1 | -1) => pathOf(slides.at((slides.indexOf(slide) + step) % slides.length) ?? slide);
  return { previous: beside(-1), next: beside(1), palest: null };
}
