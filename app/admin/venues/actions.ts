'use server';

import { formAction } from '@/app/forms/form-action';
import { createVenue as create, editVenue as edit, retireVenue as retire } from '@/domain/venues/commands';
import { editVenueInput, retireVenueInput, venueInput } from '@/domain/venues/venue';
import { venuesOf } from './choices';

export const createVenue = formAction(venueInput, create, ({ communeId }) => ({ to: venuesOf(communeId, 'created') }));

/** Public pages of sessions name their hall. */
export const editVenue = formAction(editVenueInput, edit, ({ communeId }) => ({
  changed: ['trainings'],
  to: venuesOf(communeId, 'saved'),
}));

export const retireVenue = formAction(retireVenueInput, retire, ({ communeId }, { step }) => ({
  to: venuesOf(communeId, `${step}d`),
}));
