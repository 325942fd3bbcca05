import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { chosenOf, placeOf } from '@/domain/coverage/matrix/chosen';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { getViewer } from '@/server/sign-in/session';
import { askedOf } from '../asked';
import { queryOf } from '../query';

/** Longer notes are left to whoever plans the class. */
const NOTES_MAX = 900;

/** `GET …/train?units=…`: a new class for the ticked units, with its place and words filled in. */
export async function GET(request: Request, { params }: { params: Promise<{ communeId: string }> }) {
  const [viewer, { communeId }] = await Promise.all([getViewer(), params]);
  const rows = viewer && (await findMatrix(viewer, communeId));
  if (!rows) return new Response(null, { status: 404 });
  const units = chosenOf(rows, askedOf(queryOf(request)).units);
  const t = await getTranslations({ locale: 'vi', namespace: 'coverage.matrix.chosen' });
  const names = units.map(({ name, parentName }) => (parentName ? `${name} (${parentName})` : name)).join(', ');
  const filled = {
    commune: communeId,
    ...(units.length > 0 && {
      unitId: placeOf(rows, units, communeId),
      audience: 'members',
      notes: t('notes', { names }).slice(0, NOTES_MAX),
    }),
  };
  redirect(`/admin/trainings/new?${new URLSearchParams(filled)}`);
}
