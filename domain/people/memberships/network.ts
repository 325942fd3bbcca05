import { z } from 'zod';
import { dayInput } from '@/domain/days/day-input';
import { endingFields, saysWhen, whenNeeded } from '@/domain/days/ending';
import { idInput } from '@/domain/id';
import { line } from '@/domain/texts/text';
import { type NetworkKind, networkKinds } from '../person';

export const createNetworkInput = z.object({
  personId: idInput,
  unitId: idInput,
  kind: z.enum(networkKinds),
  name: line(3, 120),
  from: dayInput,
});
export type CreateNetworkInput = z.output<typeof createNetworkInput>;

export const joinNetworkInput = z.object({ personId: idInput, networkId: idInput, from: dayInput });
export type JoinNetworkInput = z.output<typeof joinNetworkInput>;

export const leaveNetworkInput = z
  .object({ personId: idInput, networkMemberId: idInput, ...endingFields })
  .refine(saysWhen, whenNeeded);
export type LeaveNetworkInput = z.output<typeof leaveNetworkInput>;

/** A network that can be chosen. */
export type NetworkOption = { id: string; kind: NetworkKind; name: string; unitName: string };
