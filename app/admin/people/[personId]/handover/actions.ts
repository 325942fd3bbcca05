'use server';

import { formAction } from '@/app/forms/form-action';
import { womanDrops } from '@/app/kept/drops';
import { handoverInput } from '@/domain/merging/handovers/handover';
import * as handoverCommands from '@/domain/merging/handovers/handover-commands';

export const handOver = formAction(handoverInput, handoverCommands.handOver, ({ id, passed }) => ({
  changed: womanDrops,
  to: `/admin/people/${id}/handover?said=handed&count=${passed}`,
}));
