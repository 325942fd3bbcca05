import { modelIcons, topicIcons } from '@/components/ui/icon-paths';

/** What a place picture stands on: the ground and four tints of it for the tiles. */
export type Ground = { name: GroundName; base: string; tints: readonly [string, string, string, string] };
type GroundName = 'plum' | 'lotus' | 'rubber' | 'lake' | 'basalt';

const grounds: Record<GroundName, Ground> = {
  plum: { name: 'plum', base: '#3A1742', tints: ['#431C4D', '#4A2253', '#55295D', '#5E3066'] },
  lotus: { name: 'lotus', base: '#920C48', tints: ['#9A1450', '#A51C58', '#B0265F', '#B9336C'] },
  rubber: { name: 'rubber', base: '#1D5536', tints: ['#215B39', '#27643F', '#2E6F48', '#357650'] },
  lake: { name: 'lake', base: '#124C74', tints: ['#17537B', '#1B5C87', '#226794', '#28709D'] },
  basalt: { name: 'basalt', base: '#82300E', tints: ['#8A3714', '#93401C', '#9B4923', '#A3522B'] },
};

export type PictureIcon = { path: string; grid: number; stroke: number; filled?: string };

const model = (kind: keyof typeof modelIcons.paths): PictureIcon => ({ ...modelIcons, path: modelIcons.paths[kind] });
const topic = (name: keyof typeof topicIcons.paths): PictureIcon => ({ ...topicIcons, path: topicIcons.paths[name] });

/** The petal where the two circles of the 1+1 overlap. */
const petal = 'M24 14.6a11.8 11.8 0 0 1 0 18.8 11.8 11.8 0 0 1 0-18.8Z';
const pair: PictureIcon = { ...model('one_plus_one_instructor'), filled: petal };

/** By the code of a skill or the kind of a model: what stands in the lit tile, and on which ground. */
const looks: Record<string, { ground: GroundName; icon: PictureIcon }> = {
  vneid: { ground: 'plum', icon: topic('identity') },
  'online-public-services': { ground: 'plum', icon: topic('public-service') },
  'cashless-payment': { ground: 'lake', icon: topic('payment') },
  'scams-and-safety': { ground: 'basalt', icon: topic('shield') },
  safety: { ground: 'basalt', icon: topic('shield') },
  'personal-data': { ground: 'basalt', icon: topic('shield') },
  ai: { ground: 'plum', icon: topic('assistant') },
  'ai-tools': { ground: 'plum', icon: topic('assistant') },
  'ai-in-union-work': { ground: 'plum', icon: topic('assistant') },
  'business-online': { ground: 'lake', icon: topic('shop') },
  ocop: { ground: 'basalt', icon: topic('basket') },
  'verified-information': { ground: 'lake', icon: topic('newspaper') },
  information: { ground: 'lake', icon: topic('newspaper') },
  'guiding-others': { ground: 'rubber', icon: pair },
  digital_womens_club: { ground: 'lotus', icon: model('digital_womens_club') },
  digital_sub_association: { ground: 'lake', icon: model('digital_sub_association') },
  one_plus_one_instructor: { ground: 'rubber', icon: pair },
  digital_family: { ground: 'rubber', icon: model('digital_family') },
};

/** Ground and icon of a story; whatever has no look of its own stands on plum with the 1+1 of the mark. */
export function lookOf(subject: string | null): { ground: Ground; icon: PictureIcon } {
  const { ground, icon } = looks[subject ?? ''] ?? { ground: 'plum' as const, icon: pair };
  return { ground: grounds[ground], icon };
}
