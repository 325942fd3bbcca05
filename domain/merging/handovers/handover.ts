import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { cleanLine } from '@/domain/texts/clean-text';
import { optional, prose } from '@/domain/texts/text';

/** The things that can hang on a woman who leaves. */
export const handoverKinds = [
  'office',
  'grant',
  'pair',
  'learning',
  'seat',
  'session',
  'network',
  'model',
  'article',
] as const;
export type HandoverKind = (typeof handoverKinds)[number];

/** Somebody takes it over, it ends, or it stays as it is. */
export type HandoverWay = 'takeOver' | 'end' | 'keep';

/** One thing that hangs on her from a day on. Without a way it is listed for the province, which alone may change it. */
export type HandoverItem = {
  /** "office:<id>", as the form names it */
  key: string;
  kind: HandoverKind;
  id: string;
  /** a title or role by its key, the other woman of a pair, the model, the course, the network, the article */
  what: string;
  /** of a seat: which office on the board */
  office: 'head' | 'deputy' | 'member' | 'secretary' | null;
  place: string;
  since: Day;
  ways: HandoverWay[];
};

export type Handover = {
  /** with the units where somebody is sought to follow her: the sub-association that keeps her record, and its commune */
  person: { id: string; name: string; nearId: string; communeId: string };
  items: HandoverItem[];
  /** requests she asked that still wait: they belong to the unit, and others of it see them */
  asked: number;
};

const GUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const CHOICE = new RegExp(`^((?:${handoverKinds.join('|')}):${GUID})=(|end|keep|${GUID})$`);

const choice = z.string().transform((text, context) => {
  const [, key, to] = CHOICE.exec(text) ?? [];
  if (key === undefined || to === undefined) context.addIssue({ code: 'custom', message: 'choose-one' });
  return { key: key ?? '', to: to ?? '' };
});

export const handoverInput = z.object({
  personId: idInput,
  day: dayInput,
  reason: prose(3, 300),
  /** takes over everything for which nothing else is chosen */
  allTo: optional(idInput),
  /** one for each item: "office:<id>=<person>", "…=end", "…=keep", or nothing after the sign: as for all */
  choices: z.array(choice).max(500).default([]),
  /** the units that she was told lose their coverage, and hands over all the same */
  despite: optional(z.string().max(4_000).transform(cleanLine)),
});
export type HandoverInput = z.output<typeof handoverInput>;

/** The decision for an item: who takes it over, "end" or "keep"; null where there was none or it does not go. */
export function decisionFor(item: HandoverItem, { choices, allTo }: Pick<HandoverInput, 'choices' | 'allTo'>) {
  const chosen = choices.find(({ key }) => key === item.key);
  if (!chosen) return null;
  // what nobody can take over is not meant by "all to one"
  const to = chosen.to || (item.ways.includes('takeOver') ? allTo : item.ways[0]);
  if (!to) return null;
  const way: HandoverWay = to === 'end' || to === 'keep' ? to : 'takeOver';
  return item.ways.includes(way) ? { way, to } : null;
}
