import { describe, expect, test } from 'vitest';
import type { Line, Mark, SaidMark } from '../mark';
import { type Deed, type Said, undoingOf, withDeed, womenOf } from './deeds';

const line = (mark: Mark | null, conflict = false): Line => ({ mark, conflict });
const said = (id: string, mark: SaidMark, before = line(null)): Said => ({ id, name: `Chị ${id}`, before, mark });
const group = (...all: Said[]): Deed => ({ kind: 'group', at: 0, until: 0, said: all });

describe('what was done on this phone', () => {
  test('in one go is one deed: a whole group, and taps that follow each other quickly, however many', () => {
    let deeds: Deed[] = [];
    for (let at = 0; at < 12; at++) deeds = withDeed(deeds, 'taps', [said(String(at), 'absent')], at * 900);
    deeds = withDeed(deeds, 'group', [said('a', 'present'), said('b', 'present')], 12_000);
    deeds = withDeed(deeds, 'taps', [said('c', 'late')], 12_500);
    expect(deeds.map(({ kind, said: all }) => [kind, all.length])).toEqual([
      ['taps', 1],
      ['group', 2],
      ['taps', 12],
    ]);
    expect(deeds.at(-1)).toMatchObject({ at: 0, until: 11 * 900 });
  });

  test('after a pause is another deed, and nothing said is none', () => {
    const one = withDeed([], 'taps', [said('a', 'present')], 0);
    expect(withDeed(one, 'taps', [said('b', 'present')], 60_000)).toHaveLength(2);
    expect(withDeed(one, 'group', [], 0)).toEqual(one);
  });
});

describe('undoing', () => {
  test('says of each woman once how she stood before the whole deed', () => {
    const deed = group(said('a', 'absent'), said('b', 'present', line('late')), said('a', 'late', line('absent')));
    expect(womenOf(deed)).toHaveLength(2);
    const lines = [
      { id: 'a', ...line('late') },
      { id: 'b', ...line('present') },
    ];
    expect(undoingOf(deed, lines)).toEqual({
      say: [
        { id: 'a', name: 'Chị a', mark: 'taken_back' },
        { id: 'b', name: 'Chị b', mark: 'late' },
      ],
      left: [],
    });
  });

  test('leaves who was said anew since, who stands differently elsewhere, and who was told of differently before', () => {
    const deed = group(said('a', 'absent'), said('b', 'absent'), said('c', 'absent', line(null, true)));
    const lines = [
      { id: 'a', ...line('present') },
      { id: 'b', ...line(null, true) },
      { id: 'c', ...line('absent') },
    ];
    expect(undoingOf(deed, lines)).toEqual({ say: [], left: ['Chị a', 'Chị b', 'Chị c'] });
  });

  test('can itself be undone', () => {
    const undo: Deed = { kind: 'undoing', at: 0, until: 0, said: [said('a', 'taken_back', line('present'))] };
    expect(undoingOf(undo, [{ id: 'a', ...line(null) }]).say).toEqual([{ id: 'a', name: 'Chị a', mark: 'present' }]);
  });
});
