'use server';

import { formAction } from '@/app/forms/form-action';
import { boundaryDrops } from '@/app/kept/drops';
import { boundaryInput, uploadInput } from '@/domain/boundaries/boundaries';
import * as commands from '@/domain/boundaries/commands';

const saying = (said: string) => `/admin/boundaries?said=${said}`;

export const uploadBoundaries = formAction(uploadInput, commands.uploadBoundaries, () => ({ to: saying('uploaded') }));

export const showBoundaries = formAction(boundaryInput, commands.showBoundaries, () => ({
  changed: boundaryDrops,
  to: saying('shown'),
}));

export const removeBoundaries = formAction(boundaryInput, commands.removeBoundaries, () => ({
  changed: boundaryDrops,
  to: saying('removed'),
}));
