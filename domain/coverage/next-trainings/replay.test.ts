import { describe, expect, test } from 'vitest';
import { generator } from '@/prisma/seed/chance';
import { gainOf, inHundred, type Lacking, type Round, replayOf } from './replay';

const round = (over: Partial<Round>): Round => ({
  step: 1,
  communeId: 'An',
  taught: true,
  level: 'group',
  lack: 'both',
  units: 100,
  met: 30,
  ...over,
});
const lacking = (count: number, over: Partial<Lacking> = {}): Lacking[] =>
  Array.from({ length: count }, () => ({ level: 'group' as const, lack: 'both' as const, ...over }));

describe('what came after classes', () => {
  test('is counted apart for communes with a class and for those without', () => {
    const replay = replayOf([round({}), round({ communeId: 'Bình', taught: false, units: 50, met: 10 })]);
    expect(replay.taught).toEqual({ units: 100, met: 30 });
    expect(replay.untaught).toEqual({ units: 50, met: 10 });
    expect(inHundred(replay.taught)).toBe(30);
    expect(inHundred(replay.untaught)).toBe(20);
  });

  test('gives a band around what units that lack the same did', () => {
    const replay = replayOf([round({}), round({ lack: 'pair', met: 0 }), round({ lack: 'family', met: 100 })]);
    expect(gainOf(lacking(10), replay)).toMatchObject({ units: 10, about: 3 });
    expect(gainOf(lacking(10, { lack: 'pair' }), replay)).toEqual({ units: 10, about: 0, low: 0, high: 0 });
    expect(gainOf(lacking(10, { lack: 'family' }), replay)).toEqual({ units: 10, about: 10, low: 10, high: 10 });
  });

  test('says nothing where fewer than thirty units were seen, or none is asked for', () => {
    expect(gainOf(lacking(3), replayOf([round({ units: 29, met: 10 })]))).toBeNull();
    expect(gainOf(lacking(3), replayOf([]))).toBeNull();
    expect(gainOf([], replayOf([round({})]))).toBeNull();
    expect(inHundred({ units: 29, met: 29 })).toBeNull();
  });

  test('what few of were seen is expected to do as all others did', () => {
    const replay = replayOf([round({}), round({ level: 'sub_association', units: 5, met: 5 })]);
    expect(gainOf(lacking(10, { level: 'sub_association' }), replay)?.about).toBe(3);
  });

  test('is told more broadly where communes differ more than chance has it', () => {
    const even = replayOf(['An', 'Bình', 'Cúc', 'Đan'].map((communeId) => round({ communeId })));
    const uneven = replayOf(
      ['An', 'Bình', 'Cúc', 'Đan'].map((communeId, at) => round({ communeId, met: at % 2 ? 55 : 5 })),
    );
    expect(even.likeness).toBe(0);
    expect(uneven.likeness).toBeGreaterThan(0.2);
    const [narrow, broad] = [gainOf(lacking(20), even), gainOf(lacking(20), uneven)];
    expect((broad?.high ?? 0) - (broad?.low ?? 0)).toBeGreaterThan((narrow?.high ?? 0) - (narrow?.low ?? 0));
  });
});

/** Units of forty communes over six steps: each commune and step has a pace of its own around three in ten. */
function history(draw: () => number): (Round & { came: boolean[] })[] {
  return [1, 2, 3, 4, 5, 6].flatMap((step) =>
    Array.from({ length: 40 }, (_, at) => {
      const pace = 0.15 + 0.3 * draw();
      const came = Array.from({ length: 30 }, () => draw() < pace);
      const met = came.filter(Boolean).length;
      return { ...round({ step, communeId: `commune ${at}`, units: 30, met }), came };
    }),
  );
}

test('told from the steps before, at least eight times in ten what came lies within the band, for a class as for a commune', () => {
  const rounds = history(generator(20261128));
  for (const many of [8, 30]) {
    const told = rounds
      .filter(({ step }) => step < 6)
      .map(({ step, came }) => {
        const gain = gainOf(lacking(many), replayOf(rounds.filter((each) => each.step > step)));
        const met = came.slice(0, many).filter(Boolean).length;
        return gain !== null && met >= gain.low && met <= gain.high;
      });
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.8);
  }
});
