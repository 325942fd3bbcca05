import type { IconName } from '@/components/ui/icon';
import { modelIcons } from '@/components/ui/icon-paths';
import { topicIcon } from '@/components/ui/topic-icon';

/** The ground behind a place picture, and four tints of it for the tiles. */
export type Ground = { name: GroundName; base: string; tints: readonly [string, string, string, string] };
type GroundName = 'plum' | 'lotus' | 'rubber' | 'lake' | 'basalt';

const grounds: Record<GroundName, Ground> = {
  plum: { name: 'plum', base: '#3A1742', tints: ['#431C4D', '#4A2253', '#55295D', '#5E3066'] },
  lotus: { name: 'lotus', base: '#920C48', tints: ['#9A1450', '#A51C58', '#B0265F', '#B9336C'] },
  rubber: { name: 'rubber', base: '#1D5536', tints: ['#215B39', '#27643F', '#2E6F48', '#357650'] },
  lake: { name: 'lake', base: '#124C74', tints: ['#17537B', '#1B5C87', '#226794', '#28709D'] },
  basalt: { name: 'basalt', base: '#82300E', tints: ['#8A3714', '#93401C', '#9B4923', '#A3522B'] },
};

/** Grounds by the code of a skill or the kind of a model; every other subject stands on plum. */
const groundNames: Record<string, GroundName> = {
  'cashless-payment': 'lake',
  'business-online': 'lake',
  'verified-information': 'lake',
  information: 'lake',
  'scams-and-safety': 'basalt',
  safety: 'basalt',
  'personal-data': 'basalt',
  ocop: 'basalt',
  'guiding-others': 'rubber',
  digital_womens_club: 'lotus',
  digital_sub_association: 'lake',
  one_plus_one_instructor: 'rubber',
  digital_family: 'rubber',
};

const isModel = (subject: string): subject is keyof typeof modelIcons.paths => subject in modelIcons.paths;

/** Ground and icon of a story; without a subject it stands for the campaign: the 1+1 of its mark, on plum. */
export function lookOf(subject: string | null): { ground: Ground; icon: IconName } {
  if (subject === null) return { ground: grounds.plum, icon: 'one_plus_one_instructor' };
  return { ground: grounds[groundNames[subject] ?? 'plum'], icon: isModel(subject) ? subject : topicIcon(subject) };
}
