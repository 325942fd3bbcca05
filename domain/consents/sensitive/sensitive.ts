import { z } from 'zod';
import { idInput } from '@/domain/id';
import { line } from '@/domain/texts/text';

export const sensitiveFields = ['priority_groups', 'disability', 'ethnicity', 'religion'] as const;
export type SensitiveName = (typeof sensitiveFields)[number];

/** The campaign's priority groups, as the union's plan names them. */
export const priorityGroups = [
  'manual_worker',
  'elderly',
  'disabled',
  'poor_household',
  'near_poor_household',
  'ethnic_minority',
  'remote_area',
] as const;
/** The six kinds of the Law on Persons with Disabilities (51/2010/QH12, article 3). */
export const disabilityKinds = ['mobility', 'hearing_speech', 'sight', 'mental', 'intellectual', 'other'] as const;

/** The value of one field: groups and kinds by name, ethnicity and religion in her own words. */
export type SensitiveValue = readonly string[];

const base = { personId: idInput, version: z.coerce.number().int().min(0) };
const some = <Names extends readonly [string, ...string[]]>(names: Names) =>
  z.preprocess((value) => value ?? [], z.array(z.enum(names)).min(1, 'choose-one'));

export const priorityGroupsInput = z.object({ ...base, values: some(priorityGroups) });
export const disabilityInput = z.object({ ...base, values: some(disabilityKinds) });
export const ethnicityInput = z.object({ ...base, value: line(1, 60) });
export const religionInput = z.object({ ...base, value: line(1, 60) });
export const dropFieldInput = z.object({ ...base, field: z.enum(sensitiveFields) });
export type DropFieldInput = z.output<typeof dropFieldInput>;
export const readFieldsInput = z.object({ personId: idInput });

export type WriteField = { personId: string; version: number; field: SensitiveName; values: SensitiveValue };

/** A field as it is known without opening it. `version` is 0 where nothing is written. */
export type SensitiveRow = {
  field: SensitiveName;
  held: boolean;
  writtenAt: Date | null;
  version: number;
  /** the key that sealed it is not on this machine: its name */
  missingKey: string | null;
};

/** The outcome of opening a field; `unreadable`: its key is here, but the seal does not fit. */
export type OpenedField =
  | { field: SensitiveName; values: SensitiveValue }
  | { field: SensitiveName; shut: 'key-missing' | 'unreadable' };

export type SensitiveOverview = {
  /** whether her consent allows it today */
  consented: boolean;
  /** whether this machine holds a key to seal with */
  keyHere: boolean;
  rows: SensitiveRow[];
};
