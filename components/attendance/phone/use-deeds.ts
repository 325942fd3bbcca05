import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { WalkIn } from '@/domain/attendance/delivery';
import type { Hall } from '@/domain/attendance/hall';
import type { SaidMark } from '@/domain/attendance/mark';
import { type Deed, type Said, undoingOf, withDeed } from '@/domain/attendance/phone/deeds';
import type { RollLine } from '@/domain/attendance/roster/roll';

type Spoken = Pick<RollLine, 'id' | 'name' | 'mark' | 'conflict'>;

const saidOf = ({ id, name, mark, conflict }: Spoken, said: SaidMark): Said => ({
  id,
  name,
  mark: said,
  before: { mark, conflict },
});

/** Remembers the deeds in the open list for as long as the page is open, so that each can be undone in one go. */
export function useDeeds(hall: Hall, sessionId: string, lines: readonly RollLine[]) {
  const t = useTranslations('attendance.hall');
  const [deeds, setDeeds] = useState<Deed[]>([]);
  const [told, setTold] = useState('');
  const now = useRef(lines);
  now.current = lines;
  const keep = (kind: Deed['kind'], said: Said[]) => setDeeds((before) => withDeed(before, kind, said, Date.now()));

  const say = async (line: Spoken, mark: SaidMark, walkIn?: WalkIn) => {
    const kept = await hall.say(sessionId, line.id, mark, walkIn);
    if (!kept) return false;
    keep('taps', [saidOf(line, mark)]);
    setTold(t(`said.${mark}`, { name: line.name }));
    return true;
  };
  /** The whole group; what the phone takes no more of is not said. */
  const sayAll = async (group: readonly RollLine[], mark: SaidMark) => {
    const said: Said[] = [];
    for (const line of group) {
      if (!(await hall.say(sessionId, line.id, mark))) break;
      said.push(saidOf(line, mark));
    }
    keep('group', said);
    setTold(t('deeds.group', { count: said.length }));
  };
  const undo = async (deed: Deed) => {
    const { say: all, left } = undoingOf(deed, now.current);
    const said: Said[] = [];
    for (const { id, mark } of all) {
      const line = now.current.find((each) => each.id === id);
      if (!line || !(await hall.say(sessionId, id, mark))) break;
      said.push(saidOf(line, mark));
    }
    setDeeds((before) => before.filter((each) => each !== deed));
    keep('undoing', said);
    const undone = t('deeds.undoing', { count: said.length });
    setTold(left.length > 0 ? `${undone} ${t('deeds.left', { names: left.join(', ') })}` : undone);
  };
  return { deeds, told, say, sayAll, undo };
}
