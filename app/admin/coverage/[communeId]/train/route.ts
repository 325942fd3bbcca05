import { redirect } from 'next/navigation';
import { draftOf } from '@/domain/coverage/next-trainings/offered-training';
import { listNextTrainings } from '@/domain/coverage/next-trainings/queries';
import { TICKED_MAX } from '@/domain/units/choice/ticked';
import { findUnit } from '@/domain/units/queries';
import { getViewer } from '@/server/sign-in/session';
import { askedOf } from '../asked';
import { queryOf } from '../query';

/**
 * `GET …/train?units=…`: a new class for the ticked units, its form filled with what helps that commune most: course, trainer, hall, time. It says of
 * which units it is and whom it is for.
 */
export async function GET(request: Request, { params }: { params: Promise<{ communeId: string }> }) {
  const [viewer, { communeId }] = await Promise.all([getViewer(), params]);
  const commune = viewer && (await findUnit(viewer, communeId, 'coverage.see'));
  if (!viewer || commune?.level !== 'commune') return new Response(null, { status: 404 });
  const units = (askedOf(queryOf(request)).units ?? []).slice(0, TICKED_MAX).join(',');
  const [next] = (await listNextTrainings(viewer, { communeIds: [communeId] }))?.offered ?? [];
  const filled = {
    commune: communeId,
    ...(units && { units, audience: 'members' }),
    ...(next?.mayPropose && draftOf(next)),
  };
  redirect(`/admin/trainings/new?${new URLSearchParams(filled)}`);
}
