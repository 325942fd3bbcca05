import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdVersion } from '@/domain/version-writes';
import { type Prisma, transaction } from '@/prisma/client';
import { findPersonToChange } from './change-queries';
import { askOfLikely } from './duplicates/duplicate-commands';
import { rememberNotSame } from './duplicates/not-same-writes';
import { nameKey } from './name';
import { printOf } from './phones/print-writes';
import type { EditPersonInput, Recorded } from './record';

export type EditPersonProblem = 'not-found' | 'not-allowed' | 'changed-meanwhile' | 'likely-same';

type Edited = Recorded & { renamed: boolean };

/**
 * Corrects what is known of a person, where her record is kept. Of two who correct her at once the second sees the
 * first one's text beside her own.
 */
export async function editPerson(viewer: Viewer, input: EditPersonInput): Promise<Result<Edited, EditPersonProblem>> {
  const found = await findPersonToChange(viewer, input.personId, 'people.record');
  if (!found.ok) return found;
  const { id, keeper } = found.value;
  return transaction(async (tx) => {
    const isAsSeen = await holdVersion(tx, 'person', id, input.version);
    const row = await tx.person.findUniqueOrThrow({ where: { id }, select: editable });
    if (!isAsSeen) return problem('changed-meanwhile', asFields(row, input));
    // numbers are compared by their prints
    const before = { ...row, phone: row.phonePrint };
    const after = {
      fullName: input.name,
      birthYear: input.birthYear ?? null,
      address: input.address ?? null,
      languages: input.languages,
      // the form does not show the number, so an empty field keeps it
      phone: input.dropPhone ? null : input.phone ? await printOf(tx, input.phone) : before.phone,
    };
    const { phone: print, ...written } = after;
    const phone = input.dropPhone ? { phone: null } : input.phone ? { phone: input.phone } : {};
    // what was said of others before held for the facts of before
    const asked = isAlike(before, after) ? null : await askOfLikely(viewer, tx, { ...input, print }, id);
    if (asked && !asked.ok) return asked;
    await tx.person.update({ where: { id }, data: { ...written, ...phone }, select: { id: true } });
    const others = asked?.value.others ?? [];
    for (const other of others) await rememberNotSame(tx, viewer.accountId, id, other);
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
      (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
    );
    await record(tx, viewer, {
      verb: 'changed',
      action: 'editPerson',
      subjectType: 'person',
      subjectId: id,
      unitId: keeper.id,
      change: { fields: changed, notSame: others },
    });
    const renamed = after.fullName !== before.fullName;
    return ok({ id, renamed, sharesPhone: print !== before.phone && asked?.value.sharesPhone === true });
  });
}

type Compared = Pick<Editable, 'fullName' | 'birthYear' | 'phone'>;

/**
 * Two records are alike where nothing differs by which they are compared: the same as the database's
 * `app.likeness_digest`.
 */
const isAlike = (one: Compared, other: Compared) =>
  nameKey(one.fullName ?? '') === nameKey(other.fullName ?? '') &&
  one.birthYear === other.birthYear &&
  one.phone === other.phone;

const editable = {
  fullName: true,
  birthYear: true,
  phonePrint: true,
  phone: true,
  address: true,
  languages: true,
  version: true,
} as const;

type Editable = Prisma.PersonGetPayload<{ select: typeof editable }>;

/**
 * The person as the form's fields hold her, to be shown beside the typed values; a phone masked, and only beside a
 * new one.
 */
const asFields = (person: Editable, { phone }: EditPersonInput) => ({
  name: person.fullName ?? '',
  birthYear: person.birthYear ? String(person.birthYear) : '',
  address: person.address ?? '',
  languages: person.languages.join('\n'),
  version: String(person.version),
  ...(phone ? { phone: person.phone ?? '' } : {}),
});
