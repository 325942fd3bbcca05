import { redirect } from 'next/navigation';
import { TICKED_MAX } from '@/domain/units/choice/ticked';
import { findUnit } from '@/domain/units/queries';
import { getViewer } from '@/server/sign-in/session';
import { askedOf } from '../asked';
import { queryOf } from '../query';

/** `GET …/train?units=…`: a new class for the ticked units; the form says of which unit it is and whom it is for. */
export async function GET(request: Request, { params }: { params: Promise<{ communeId: string }> }) {
  const [viewer, { communeId }] = await Promise.all([getViewer(), params]);
  const commune = viewer && (await findUnit(viewer, communeId, 'coverage.see'));
  if (commune?.level !== 'commune') return new Response(null, { status: 404 });
  const units = (askedOf(queryOf(request)).units ?? []).slice(0, TICKED_MAX).join(',');
  const filled = { commune: communeId, ...(units && { units, audience: 'members' }) };
  redirect(`/admin/trainings/new?${new URLSearchParams(filled)}`);
}
