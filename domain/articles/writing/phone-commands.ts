import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { OpenPhoneInput } from '@/domain/phone/open-input';
import { openPhoneFor } from '@/domain/phone/open-writes';
import type { Phone } from '@/domain/phone/phone';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';

/** This browser of whoever writes articles, with the key to what it keeps. `not-allowed`: she writes none, nothing is kept. */
export async function openWritingPhone(viewer: Viewer, input: OpenPhoneInput): Promise<Result<Phone, 'not-allowed'>> {
  const uses = mayAnywhere(viewer, 'articles.write');
  const phone = await transaction((tx) => openPhoneFor(tx, viewer, input, uses));
  return phone ? ok(phone) : problem('not-allowed');
}
