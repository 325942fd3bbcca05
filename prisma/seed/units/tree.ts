import { slugOf } from '@/domain/slug';
import { generator, seedId } from '../chance';
import { BECAME_CITY, type CommuneFact, communes, PROVINCE_BEGAN } from './communes';
import { hamletsOf } from './hamlets';
import { leastGroups, longHung, realSubAssociations, trangDai } from './places';
import { isRemote, profiles } from './profiles';

interface Dated<Value> {
  value: Value;
  from: string;
  to: string | null;
}

/** A unit of the tree before it is written: its dated names, kinds and parents beside it. */
export interface TreeUnit {
  no: number;
  id: string;
  level: 'province' | 'commune' | 'sub_association' | 'group';
  code: string | null;
  slug: string;
  openedOn: string;
  closedOn: string | null;
  q: number | null;
  r: number | null;
  lat: number | null;
  lon: number | null;
  remote: boolean;
  demo: boolean;
  communeNo: number | null;
  subNo: number | null;
  /** first, second, … under its parent */
  ordinal: number;
  /** what it is called within its commune: "Khu phố 5", "Tổ 2, Khu phố 5" */
  place: string;
  names: Dated<string>[];
  kinds: Dated<string>[];
  parents: Dated<number>[];
}

const always = <Value>(value: Value, from = PROVINCE_BEGAN): Dated<Value>[] => [{ value, from, to: null }];
const changed = <Value>(before: Value, after: Value, from: string, on: string): Dated<Value>[] => [
  { value: before, from, to: on },
  { value: after, from: on, to: null },
];

const adderTo =
  (units: TreeUnit[]) =>
  (unit: Omit<TreeUnit, 'no' | 'id'>): TreeUnit => {
    const no = units.length + 1;
    const whole = { ...unit, no, id: seedId('unit', no) };
    units.push(whole);
    return whole;
  };

/** The real part of the tree: the province and its communes. */
export function growGround(): TreeUnit[] {
  const units: TreeUnit[] = [];
  const add = adderTo(units);
  add(province());
  communes.forEach((commune, index) => {
    add(communeUnit(commune, index));
  });
  return units;
}

/** The whole tree: the real province and communes, and around them invented sub-associations and groups. */
export function growTree(size: { subAssociations: number; groups: number }): TreeUnit[] {
  const units = growGround();
  const draw = generator(42);
  const add = adderTo(units);
  const upper = communes.map((commune, index) => ({ commune, unit: units[index + 1] as TreeUnit }));
  const shares = profiles();
  const total = shares.reduce((sum, share) => sum + share.weight, 0);
  const lower = upper.flatMap(({ commune, unit }, index) => {
    const share = ((shares[index]?.weight ?? 0) / total) * size.subAssociations;
    const count = share === 0 ? 0 : Math.max(leastUnits(commune.slug), Math.round(share));
    return hamletsOf(commune, count, draw).map((hamlet, at) =>
      add(subAssociation(commune, unit.no, hamlet, at + 1, draw)),
    );
  });
  const mean = size.groups / lower.length;
  for (const unit of lower) {
    const count = Math.max(leastGroups[unit.slug] ?? 2, 2 + Math.floor(draw() * (2 * (mean - 2) + 1)));
    for (let ordinal = 1; ordinal <= count; ordinal++) add(group(unit, ordinal, draw));
  }
  return units;
}

const leastUnits = (slug: string) =>
  slug === longHung.commune ? longHung.least : slug === trangDai.commune ? trangDai.least : 2;

const nobody = {
  code: null,
  closedOn: null,
  q: null,
  r: null,
  lat: null,
  lon: null,
  remote: false,
  communeNo: null,
  subNo: null,
};

const province = (): Omit<TreeUnit, 'no' | 'id'> => ({
  ...nobody,
  level: 'province',
  code: '75',
  slug: 'dong-nai',
  openedOn: PROVINCE_BEGAN,
  demo: false,
  ordinal: 1,
  place: 'Đồng Nai',
  names: always('Đồng Nai'),
  kinds: changed('province', 'city', PROVINCE_BEGAN, BECAME_CITY),
  parents: [],
});

const communeUnit = (commune: CommuneFact, index: number): Omit<TreeUnit, 'no' | 'id'> => ({
  ...nobody,
  level: 'commune',
  code: commune.code,
  slug: commune.slug,
  openedOn: PROVINCE_BEGAN,
  q: commune.q,
  r: commune.r,
  lat: commune.lat,
  lon: commune.lon,
  remote: isRemote(commune),
  demo: false,
  communeNo: index + 2,
  ordinal: index + 1,
  place: commune.name,
  names: always(commune.name),
  kinds: commune.wardSince2026 ? changed('commune', 'ward', PROVINCE_BEGAN, BECAME_CITY) : always(commune.kind),
  parents: always(1),
});

function subAssociation(
  commune: CommuneFact,
  communeNo: number,
  hamlet: { word: string; name: string },
  ordinal: number,
  draw: () => number,
): Omit<TreeUnit, 'no' | 'id'> {
  // the hamlets of a commune that became a ward are neighbourhoods since
  const place = `${commune.wardSince2026 ? 'Khu phố' : hamlet.word} ${hamlet.name}`;
  const slug = `${commune.slug}-${slugOf(place)}`;
  const openedOn =
    ordinal > 4 && draw() < 0.02 && !leastGroups[slug] && commune.slug !== longHung.commune
      ? '2026-01-15'
      : PROVINCE_BEGAN;
  const urban = hamlet.word === 'Khu phố' ? 'neighbourhood' : 'hamlet';
  const dated = <Value>(before: Value, after: Value) =>
    commune.wardSince2026 ? changed(before, after, openedOn, BECAME_CITY) : always(before, openedOn);
  return {
    ...nobody,
    level: 'sub_association',
    slug,
    openedOn,
    remote: isRemote(commune) && draw() < 0.5,
    demo: !realSubAssociations.includes(slug),
    communeNo,
    subNo: null,
    ordinal,
    place,
    names: dated(`Chi hội ${hamlet.word} ${hamlet.name}`, `Chi hội ${place}`),
    kinds: dated(urban, 'neighbourhood'),
    parents: always(communeNo, openedOn),
  };
}

function group(parent: TreeUnit, ordinal: number, draw: () => number): Omit<TreeUnit, 'no' | 'id'> {
  const late = ordinal > 3 && draw() < 0.05 && !leastGroups[parent.slug];
  const openedOn = late ? `2026-0${1 + Math.floor(draw() * 8)}-01` : PROVINCE_BEGAN;
  const from = laterOf(openedOn, parent.openedOn);
  return {
    ...nobody,
    level: 'group',
    slug: `${parent.slug}-to-${ordinal}`,
    openedOn: from,
    remote: parent.remote,
    demo: true,
    communeNo: parent.communeNo,
    subNo: parent.no,
    ordinal,
    place: `Tổ ${ordinal}, ${parent.place}`,
    names: always(`Tổ ${ordinal}`, from),
    kinds: always('group', from),
    parents: always(parent.no, from),
  };
}

const laterOf = (one: string, other: string) => (one.localeCompare(other) > 0 ? one : other);
