import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { OpenPhoneInput } from '@/domain/phone/open-input';
import { openPhoneFor } from '@/domain/phone/open-writes';
import type { Phone } from '@/domain/phone/phone';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';

/** The phone of this browser for whoever notes lessons. `not-allowed`: she notes none, nothing waits. */
export async function openLessonPhone(viewer: Viewer, input: OpenPhoneInput): Promise<Result<Phone, 'not-allowed'>> {
  const uses = mayAnywhere(viewer, 'peer-lessons.record');
  const phone = await transaction((tx) => openPhoneFor(tx, viewer, input, uses));
  return phone ? ok(phone) : problem('not-allowed');
}
