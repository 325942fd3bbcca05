import { byVietnameseName } from '@/domain/order';
import type { UnitGap } from './coverage';

type Placed = Pick<UnitGap, 'name' | 'level' | 'parentName'>;

/** As one goes through a commune: sub-association by sub-association, each before its groups. */
export function byPlace(one: Placed, other: Placed): number {
  const above = ({ parentName, name }: Placed) => ({ name: parentName ?? name });
  const depth = ({ level }: Placed) => (level === 'group' ? 1 : 0);
  return byVietnameseName(above(one), above(other)) || depth(one) - depth(other) || byVietnameseName(one, other);
}
