'use server';

import { formAction } from '@/app/forms/form-action';
import { recordDrops } from '@/app/kept/drops';
import { deathInput, takeBackDeathInput } from '@/domain/merging/deaths/death';
import * as deathCommands from '@/domain/merging/deaths/death-commands';

export const recordDeath = formAction(deathInput, deathCommands.recordDeath, ({ id }) => ({
  changed: recordDrops,
  to: `/admin/people/${id}/death?said=died`,
}));

export const takeBackDeath = formAction(takeBackDeathInput, deathCommands.takeBackDeath, ({ id }) => ({
  changed: recordDrops,
  to: `/admin/people/${id}/death?said=death-taken-back`,
}));
