'use server';

import { formAction } from '@/app/forms/form-action';
import { venueDrops } from '@/app/kept/drops';
import * as commands from '@/domain/venues/commands';
import { editVenueInput, retireVenueInput, venueInput } from '@/domain/venues/venue';
import { venuesOf } from './choices';

export const createVenue = formAction(venueInput, commands.createVenue, ({ communeId }) => ({
  to: venuesOf(communeId, 'created'),
}));

/** Public pages of sessions name their hall. */
export const editVenue = formAction(editVenueInput, commands.editVenue, ({ communeId }) => ({
  changed: venueDrops,
  to: venuesOf(communeId, 'saved'),
}));

export const retireVenue = formAction(retireVenueInput, commands.retireVenue, ({ communeId }, { step }) => ({
  to: venuesOf(communeId, `${step}d`),
}));
