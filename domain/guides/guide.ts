import type { Day } from '@/domain/days/day';

/** What a drawing of a step shows on the phone. */
export const screens = [
  'app',
  'form',
  'code',
  'scan',
  'list',
  'chat',
  'call',
  'link',
  'warning',
  'done',
  'search',
  'picture',
  'paper',
  'face',
  'amount',
  'parcel',
  'name',
  'ledger',
] as const;
export type Screen = (typeof screens)[number];

/** What it shows beside the phone. */
export const besides = [
  'identity',
  'key',
  'lock',
  'book',
  'people',
  'person',
  'globe',
  'public-service',
  'pencil',
  'clock',
  'calendar',
  'payment',
  'shop',
  'basket',
  'speaker',
  'warning',
  'cross',
  'phone',
  'assistant',
  'share',
  'home',
  'shield',
  'printer',
  'newspaper',
  'search',
] as const;
export type Beside = (typeof besides)[number];

/** Two parts make a drawing; no two steps of a guide have the same, which the database holds. */
export type Drawing = { screen: Screen; beside: Beside };

export type GuideStep = { title: string; body: string; drawing: Drawing };
export type GuideTrouble = { title: string; body: string };

/** A guide without its title: what she needs before she begins, the steps, and what to do when it goes wrong. */
export type GuideParts = { needs: string[]; steps: GuideStep[]; troubles: GuideTrouble[] };

/** `reviewedOn`: when somebody last made sure that it is true; `reviewOn`: when it is looked at again. */
export type Guide = GuideParts & { reviewedOn: Day | null; reviewOn: Day | null };

/** The day of the next review, while it is to come: readers are promised no day that has passed. */
export const comingReview = ({ reviewOn }: Pick<Guide, 'reviewOn'>, day: Day): Day | null =>
  reviewOn && reviewOn > day ? reviewOn : null;

/** A row of the one list that holds all parts of a text, in their order. */
export type PartRow = {
  part: 'need' | 'step' | 'trouble';
  title: string;
  body: string;
  screen: string | null;
  beside: string | null;
};

const oneOf = <Name extends string>(names: readonly Name[], name: string | null) =>
  names.find((each) => each === name) ?? (names[0] as Name);

export const toDrawing = (screen: string | null, beside: string | null): Drawing => ({
  screen: oneOf(screens, screen),
  beside: oneOf(besides, beside),
});

/** The parts of a guide from the list that is kept, in its order. */
export function partsOf(rows: readonly PartRow[]): GuideParts {
  const of = (part: PartRow['part']) => rows.filter((row) => row.part === part);
  return {
    needs: of('need').map(({ title }) => title),
    steps: of('step').map(({ title, body, screen, beside }) => ({ title, body, drawing: toDrawing(screen, beside) })),
    troubles: of('trouble').map(({ title, body }) => ({ title, body })),
  };
}

/** The list that is kept of the parts of a guide. */
export const rowsOf = ({ needs, steps, troubles }: GuideParts): PartRow[] => [
  ...needs.map((title) => ({ part: 'need' as const, title, body: '', screen: null, beside: null })),
  ...steps.map(({ title, body, drawing }) => ({ part: 'step' as const, title, body, ...drawing })),
  ...troubles.map(({ title, body }) => ({ part: 'trouble' as const, title, body, screen: null, beside: null })),
];

const covers: Record<string, Drawing> = {
  vneid: { screen: 'face', beside: 'identity' },
  'online-public-services': { screen: 'paper', beside: 'public-service' },
  'cashless-payment': { screen: 'scan', beside: 'payment' },
  'scams-and-safety': { screen: 'call', beside: 'shield' },
  'ai-tools': { screen: 'chat', beside: 'assistant' },
  'business-online': { screen: 'parcel', beside: 'shop' },
  ocop: { screen: 'picture', beside: 'basket' },
  'verified-information': { screen: 'search', beside: 'newspaper' },
};

/** The drawing that stands for a guide in a list, by the last of its topics that has one, which is the most special. */
export const coverOf = (topics: readonly { code: string }[]): Drawing =>
  topics.flatMap(({ code }) => covers[code] ?? []).at(-1) ?? { screen: 'list', beside: 'book' };

/** Screens that fit any guide. */
const anyScreens = ['app', 'form', 'list', 'search', 'picture', 'done'] as const satisfies Screen[];
/** How many before it stand beside a drawing: to its left, and above it in two or three columns. */
const BESIDE = 3;

/** The drawings of guides in a list: each its own, or with another screen where one beside it shows that already. */
export function coversBeside(guides: readonly { topics: readonly { code: string }[] }[]): Drawing[] {
  const covers: Drawing[] = [];
  for (const { topics } of guides) {
    const own = coverOf(topics);
    const taken = covers.slice(-BESIDE).map(({ screen }) => screen);
    const screen = [own.screen, ...anyScreens].find((each) => !taken.includes(each)) ?? own.screen;
    covers.push({ ...own, screen });
  }
  return covers;
}

/** Every word of the parts of a guide, in their order. */
export const wordsOf = (guide: GuideParts) =>
  rowsOf(guide)
    .flatMap(({ title, body }) => [title, body])
    .join(' ');

type InTopics = { topics: { code: string; name: string }[] };

/** Guides under the first of their topics, topics in the order in which they come; those without one last. */
export function byTopic<Piece extends InTopics>(guides: readonly Piece[]) {
  const codes = [...new Set(guides.map(({ topics }) => topics[0]?.code ?? ''))].sort(
    (one, other) => Number(one === '') - Number(other === ''),
  );
  return codes.map((code) => {
    const of = guides.filter(({ topics }) => (topics[0]?.code ?? '') === code);
    return { topic: of[0]?.topics[0] ?? null, guides: of };
  });
}
