import { z } from 'zod';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import type { Unit } from '@/domain/units/unit';
import { versionInput } from '@/domain/version';

const SEATS_MAX = 100_000;

const seatsInput = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'not-a-number')
  .transform(Number)
  .refine((seats) => seats >= 1 && seats <= SEATS_MAX, 'out-of-range');

/** A number as either language writes it: "10,94812" and "10.94812". */
const degrees = (from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,3}([.,]\d{1,8})?$/, { error: 'not-a-point', abort: true })
    .transform((text) => Number(text.replace(',', '.')))
    .refine((value) => value >= from && value <= to, 'point-out-of-range');

const fields = z.object({
  unitId: idInput,
  name: line(3, 120),
  address: optional(line(3, 200)),
  seats: optional(seatsInput),
  stepFree: optional(z.literal('yes')),
  screen: optional(z.literal('yes')),
  wifi: optional(z.literal('yes')),
  lat: optional(degrees(8, 24)),
  lon: optional(degrees(102, 110)),
});
const isWhole = ({ lat, lon }: z.output<typeof fields>) => (lat === undefined) === (lon === undefined);
const HALF = { message: 'point-half', path: ['lon'] };

export const venueInput = fields.refine(isWhole, HALF);
export type VenueInput = z.output<typeof venueInput>;

export const editVenueInput = fields.extend({ venueId: idInput, version: versionInput }).refine(isWhole, HALF);
export type EditVenueInput = z.output<typeof editVenueInput>;

/** `retire`: it is chosen no more; `resume`: it can be again. */
export const retireVenueInput = z.object({
  venueId: idInput,
  version: versionInput,
  step: z.enum(['retire', 'resume']),
});
export type RetireVenueInput = z.output<typeof retireVenueInput>;

/** A hall as lists and its form show it. */
export type Venue = {
  id: string;
  name: string;
  demo: boolean;
  address: string | null;
  seats: number | null;
  stepFree: boolean;
  screen: boolean;
  wifi: boolean;
  lat: number | null;
  lon: number | null;
  retired: boolean;
  version: number;
  unit: Pick<Unit, 'id' | 'name' | 'communeId'>;
};

const flag = (is: boolean) => (is ? 'yes' : '');

/** The values of its form's fields; also those on the server when somebody else was first. */
export const venueFields = (venue: Venue): Record<string, string> => ({
  unitId: venue.unit.id,
  name: venue.name,
  address: venue.address ?? '',
  seats: venue.seats === null ? '' : String(venue.seats),
  stepFree: flag(venue.stepFree),
  screen: flag(venue.screen),
  wifi: flag(venue.wifi),
  lat: venue.lat === null ? '' : String(venue.lat),
  lon: venue.lon === null ? '' : String(venue.lon),
  version: String(venue.version),
});
