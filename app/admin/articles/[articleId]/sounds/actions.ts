'use server';

import { formAction } from '@/app/forms/form-action';
import { articleDrops, forgetting } from '@/app/kept/drops';
import { addSoundInput, removeSoundInput } from '@/domain/articles/sounds/sound';
import * as soundCommands from '@/domain/articles/sounds/sound-commands';
import { keepSound } from '@/server/storage/sounds';

const pageOf = (id: string, said: string) => `/admin/articles/${id}/sounds?said=${said}`;

export const addSound = formAction(
  addSoundInput,
  (viewer, input) => soundCommands.addSound(viewer, input, keepSound),
  ({ id }) => ({ to: pageOf(id, 'added') }),
);

export const removeSound = formAction(removeSoundInput, soundCommands.removeSound, ({ id, shown }) => ({
  changed: forgetting(articleDrops(shown)),
  to: pageOf(id, 'removed'),
}));
