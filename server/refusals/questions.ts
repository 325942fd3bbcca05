import { pathOf } from '../entrance/visit';
import type { Place } from '../still/drawing/desk';
import { JunkLimit } from './junk';

/** Questions to the search: three hundred in a quarter of an hour, and as many a quarter after that. */
const SEARCHES = { burst: 300, perSecond: 300 / 900 };
/** Lists that are narrowed by topic, commune or day: a whole town that stands behind one address looks for a class there. */
const LISTS = { burst: 600, perSecond: 4 };

/** Pictures of single sessions and numbers, which messengers fetch once each: to paint one takes longer than to draw a page. */
const CARDS = { burst: 120, perSecond: 1 };
const isCard = (path: string) => /^\/\w+\/[a-z]+-card\.png\//.test(path);

/**
 * How often one network may ask for what is drawn for its question. Counted at the front, before that: a drawing hears nothing of its
 * reader, so behind it all would be one network. What is kept costs none.
 */
export class QuestionLimit {
  private readonly searches: JunkLimit;
  private readonly lists: JunkLimit;
  private readonly cards: JunkLimit;

  constructor(now: () => number = Date.now) {
    this.searches = new JunkLimit(SEARCHES, now);
    this.lists = new JunkLimit(LISTS, now);
    this.cards = new JunkLimit(CARDS, now);
  }

  /** Counts a question that has to be drawn; true: it is not answered, this network must wait. Other pages are not counted. */
  isTooMuch(network: string, { path, keep }: Place): boolean {
    if (keep !== 'again' && keep !== 'never') return false;
    const limit = this.limitFor(pathOf(path));
    const exceeded = limit.exceeded(network);
    if (!exceeded) limit.note(network);
    return exceeded;
  }
  private limitFor(path: string): JunkLimit {
    if (isCard(path)) return this.cards;
    return path.endsWith('/search/asked') ? this.searches : this.lists;
  }
}
