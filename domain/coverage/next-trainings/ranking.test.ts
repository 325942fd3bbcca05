import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Asked, CourseFacts, Facts, LevelFacts, PlaceFacts, TrainerFacts } from './next-training';
import { rankNext } from './ranking';

const day = '2026-11-28';
const nowhere = { venueId: null, point: null, tile: null };
const at = (lat: number) => ({ ...nowhere, point: { lat, lon: 107 } });

/** Ten groups, so many of them without a family. */
const groups = (family: number, over: Partial<LevelFacts> = {}): PlaceFacts['levels'] => ({
  group: { state: 'some', units: 10, family, pair: 0, both: 0, tie: 0, ...over },
});
const commune = (name: string, over: Partial<PlaceFacts> = {}): PlaceFacts => ({
  communeId: name,
  code: '',
  name,
  kind: 'commune',
  path: `/1/${name}/`,
  remote: false,
  place: nowhere,
  levels: groups(4),
  waiting: [],
  elders: 0,
  lastHeld: day,
  planned: [],
  ...over,
});
const course = (id: string, teaches: number, over: Partial<CourseFacts> = {}): CourseFacts => ({
  id,
  code: id,
  title: id,
  minutes: 90,
  language: 'vi',
  audience: 'everyone',
  forWomen: true,
  teaches,
  ...over,
});
const trainer = (id: string, over: Partial<TrainerFacts> = {}): TrainerFacts => ({
  id,
  name: id,
  areas: ['/1/'],
  load: 0,
  usual: [],
  ...over,
});
const vneid = course('vneid', 2);
const ocop = course('ocop', 0);
const facts = (places: PlaceFacts[], over: Partial<Facts> = {}): Facts => ({
  places,
  courses: [vneid, ocop],
  trainers: [],
  ...over,
});
const rank = (given: Facts, asked: Partial<Asked> = {}) => rankNext(given, { day, ...asked }).next;
const order = (given: Facts, asked: Partial<Asked> = {}) => rank(given, asked).map(({ place }) => place.name);
const points = (given: Facts) =>
  Object.fromEntries(rank(given)[0]?.reasons.map((each) => [each.name, each.points]) ?? []);

describe('where a class should be held next', () => {
  test('the palest commune comes first, and each reason says its number and its points', () => {
    const places = [
      commune('Nửa', { levels: groups(5) }),
      commune('Nhạt', { levels: groups(10) }),
      commune('Đậm', { levels: groups(1) }),
    ];
    expect(order(facts(places))).toEqual(['Nhạt', 'Nửa', 'Đậm']);
    expect(rank(facts(places))[1]?.reasons).toEqual([
      { name: 'unmet', unmet: 5, units: 10, points: 20 },
      { name: 'filled', units: 5, points: 6 },
      { name: 'quiet', weeks: 0, points: 0 },
    ]);
    expect(rank(facts(places))[1]?.points).toBe(26);
  });

  test.each<[string, Partial<PlaceFacts>, string, number]>([
    ['ten women who wait for it', { waiting: [{ courseId: 'vneid', women: 10 }] }, 'waiting', 10],
    ['half a year without a class', { lastHeld: '2026-05-30' }, 'quiet', 10],
    ['never having had one', { lastHeld: null }, 'quiet', 10],
    ['being remote', { remote: true }, 'remote', 5],
    ['forty elderly women who were at no class', { elders: 40 }, 'elders', 2],
    ['a hundred of them', { elders: 300 }, 'elders', 5],
  ])('of two alike %s decides', (_what, over, name, worth) => {
    const given = facts([commune('An'), commune('Bình', over)]);
    expect(order(given)).toEqual(['Bình', 'An']);
    expect(points(given)[name]).toBe(worth);
  });

  test('classes on something else that are to come put a commune behind', () => {
    const planned = [{ courseId: 'ocop', day: '2026-12-01' as const, subAssociationId: null }];
    expect(order(facts([commune('An', { planned }), commune('Bình')]))).toEqual(['Bình', 'An']);
  });

  test('of equals the Vietnamese order of names decides', () => {
    expect(order(facts([commune('Đan'), commune('Dung'), commune('Bình')]))).toEqual(['Bình', 'Dung', 'Đan']);
  });

  test('the course teaches most of what an instructor needs; what more women wait for comes first', () => {
    const scams = course('scams', 1);
    const cash = course('cash', 2);
    const of = (over: Partial<PlaceFacts>) =>
      rank(facts([commune('An', over)], { courses: [scams, ocop, vneid, cash] }))[0]?.course.id;
    expect(of({})).toBe('cash');
    expect(of({ waiting: [{ courseId: 'vneid', women: 1 }] })).toBe('vneid');
    expect(of({ levels: groups(0), waiting: [{ courseId: 'ocop', women: 3 }] })).toBe('ocop');
  });

  test('one level, one course and some communes can be asked for', () => {
    const levels = {
      ...groups(10),
      sub_association: { state: 'some' as const, units: 2, family: 0, pair: 1, both: 0, tie: 0 },
    };
    const given = facts([commune('An', { levels }), commune('Bình')]);
    expect(rank(given, { level: 'sub_association' }).map(({ place, unmet }) => [place.name, unmet])).toEqual([
      ['An', { family: 0, pair: 1, both: 0 }],
    ]);
    expect(rank(given, { courseId: 'ocop' })).toEqual([]);
    expect(order(given, { communeIds: ['Bình'] })).toEqual(['Bình']);
    expect(order(given, { communeIds: ['Bình', 'An'] })).toEqual(order(given, {}));
    expect(order(given, { communeIds: ['Không'] })).toEqual([]);
  });
});

describe('no class is proposed', () => {
  const none = (over: Partial<PlaceFacts>) => order(facts([commune('An', over)]));
  test('where all is reached, and where what is there only has to be tied', () => {
    expect(none({ levels: groups(0) })).toEqual([]);
    expect(none({ levels: groups(0, { tie: 6 }) })).toEqual([]);
    expect(none({ levels: {} })).toEqual([]);
  });

  test('where fewer than three wait and nothing is lacking', () => {
    expect(none({ levels: groups(0), waiting: [{ courseId: 'ocop', women: 2 }] })).toEqual([]);
  });

  test('on a course that the commune has anyway within a month; another one is proposed instead', () => {
    const planned = [{ courseId: 'vneid', day: '2026-12-20' as const, subAssociationId: null }];
    expect(none({ planned })).toEqual([]);
    const cash = course('cash', 1);
    expect(rank(facts([commune('An', { planned })], { courses: [vneid, cash] }))[0]?.course).toBe(cash);
    expect(none({ planned: planned.map((each) => ({ ...each, subAssociationId: 'khu phố 5' })) })).toEqual(['An']);
  });

  test('to a silent commune, which declares first', () => {
    const silent = commune('Im', { levels: groups(10, { state: 'not_reported' }) });
    const { next, silent: told } = rankNext(facts([silent, commune('An')]), { day });
    expect(next.map(({ place }) => place.name)).toEqual(['An']);
    expect(told.map(({ name }) => name)).toEqual(['Im']);
  });

  test('on what is for officials and heads, unless somebody waits for it', () => {
    const heads = course('ai', 5, { forWomen: false });
    const given = (women: number) =>
      facts([commune('An', { waiting: [{ courseId: 'ai', women }] })], { courses: [heads] });
    expect(order(given(0))).toEqual([]);
    expect(rank(given(4))[0]?.reasons.map(({ name }) => name)).toEqual(['waiting', 'quiet']);
  });
});

describe('who teaches it', () => {
  const who = (trainers: TrainerFacts[]) => rank(facts([commune('An', { place: at(11) })], { trainers }))[0]?.trainer;
  const usual = (lat: number, code = '') => [{ communeId: `at ${lat}`, code, place: at(lat) }];
  test('the nearest of those whose role holds there; a session she has already counts as twenty minutes of way', () => {
    const near = trainer('Gần', { usual: usual(11.05) });
    const far = trainer('Xa', { usual: usual(11.4) });
    const other = trainer('Lạ', { areas: ['/1/Bình/'], usual: usual(11) });
    expect(who([far, near, other])?.id).toBe('Gần');
    expect(who([far, { ...near, load: 6 }])?.id).toBe('Xa');
    expect(who([other])).toBeNull();
  });

  test('nobody who has eight sessions in four weeks already', () => {
    expect(who([trainer('Bận', { load: 8 })])).toBeNull();
    expect(who([trainer('Bận', { load: 7 })])?.load).toBe(7);
  });

  test('in a commune where she usually is there is no way', () => {
    expect(who([trainer('Nhà', { usual: [{ communeId: 'An', code: '', place: at(12) }] })])?.minutes).toBe(0);
  });

  test('a commune over the border is near, however far apart the middles of both lie', () => {
    // Bình Phước and Đồng Xoài have a border, Bù Gia Mập lies elsewhere
    const place = commune('An', { code: '25195', place: at(11) });
    const chosen = (...trainers: TrainerFacts[]) => rank(facts([place], { trainers }))[0]?.trainer;
    const beside = trainer('Giáp ranh', { usual: usual(11.5, '25210') });
    const elsewhere = trainer('Nơi khác', { usual: usual(11.3, '25225') });
    expect(chosen(elsewhere, beside)).toMatchObject({ id: 'Giáp ranh', minutes: 25, borders: true });
    expect(chosen(elsewhere)?.borders).toBe(false);
    expect(chosen({ ...beside, usual: usual(11.01, '25210') })?.minutes).toBe(18);
  });
});

test('elderly women are no reason for a class that is not for them, nor for one alone', () => {
  const heads = course('ai', 5, { forWomen: false });
  const waiting = [{ courseId: 'ai', women: 4 }];
  const [forHeads] = rank(facts([commune('An', { elders: 40, waiting })], { courses: [heads] }));
  expect(forHeads?.reasons.map(({ name }) => name)).toEqual(['waiting', 'quiet']);
  expect(order(facts([commune('An', { elders: 900, levels: groups(0) })]))).toEqual([]);
});

test('the same is proposed to readers of another language', () => {
  const [one, other] = [course('a', 2, { title: 'Z' }), course('b', 2, { title: 'A' })];
  const answer = (courses: CourseFacts[]) => rank(facts([commune('An')], { courses }))[0]?.course.code;
  expect(answer([one, other])).toBe('a');
  expect(
    answer([
      { ...one, title: 'A' },
      { ...other, title: 'Z' },
    ]),
  ).toBe('a');
});

test('the same facts in another order give the same answer', () => {
  const places = ['An', 'Ánh', 'Bình', 'Đan', 'Dung'].map((name, at) =>
    commune(name, { levels: groups(1 + (at % 2)), elders: 10 * (at % 3), waiting: [{ courseId: 'ocop', women: at }] }),
  );
  const trainers = ['Mai', 'Lan', 'Cúc'].map((id) => trainer(id));
  const courses = [vneid, ocop, course('cash', 2)];
  const answer = JSON.stringify(rank({ places, trainers, courses }));
  const shuffled = <Item>(items: Item[]) => fc.shuffledSubarray(items, { minLength: items.length });
  fc.assert(
    fc.property(shuffled(places), shuffled(trainers), shuffled(courses), (p, t, c) => {
      expect(JSON.stringify(rank({ places: p, trainers: t, courses: c }))).toBe(answer);
    }),
  );
});
