import type { ArticleDraft } from '../draft';
import type { Scene } from '../scenes/scene';

/** What readers see beside the words of a version, as `app.beside_of` keeps it: numbers, and codes of topics. */
export type Beside = {
  picture: string | null;
  communes: string[];
  wholeCity: boolean;
  sourceName: string | null;
  sourceUrl: string | null;
  model: string | null;
  /** not there in what was kept before stories told of units */
  unit?: string | null;
  scene: Scene | null;
  topics: string[];
};

/** What stands beside the newest words of an article, with the picture at its head. */
export const besideOf = (article: ArticleDraft, picture: string | null): Beside => ({
  picture,
  communes: article.communeIds,
  wholeCity: article.wholeCity,
  sourceName: article.source?.name ?? null,
  sourceUrl: article.source?.url ?? null,
  model: article.subjectModelId,
  unit: article.subjectUnitId,
  scene: article.scene,
  topics: article.topics,
});

const told = {
  picture: ({ picture }: Beside) => picture,
  places: ({ communes, wholeCity }: Beside) => [...communes].sort().join() || wholeCity,
  topics: ({ topics }: Beside) => [...topics].sort().join(),
  scene: ({ scene }: Beside) => scene,
  source: ({ sourceName, sourceUrl }: Beside) => `${sourceName ?? ''} ${sourceUrl ?? ''}`,
  model: ({ model }: Beside) => model,
  unit: ({ unit }: Beside) => unit ?? null,
};
export type BesidePart = keyof typeof told;
const parts = Object.keys(told) as BesidePart[];

/** What differs beside two versions; null where nothing is known of one of them. */
export const besideChanges = (from: Beside | null, to: Beside | null): BesidePart[] | null =>
  from && to && parts.filter((part) => told[part](from) !== told[part](to));

/** What stays as it is where a version comes back: a picture that may not be shown any more, what she may not move, a model or a unit of which nobody may tell any more. */
export const stayingParts = ['picture', 'about', 'source', 'model', 'unit'] as const;
export type StayingPart = (typeof stayingParts)[number];
