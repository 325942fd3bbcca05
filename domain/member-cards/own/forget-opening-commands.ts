import { db } from '@/prisma/client';
import { OPENINGS_KEPT_DAYS } from '../member-card';

/**
 * Forgets openings that are long over: that they were stands in the trail. The last of a card that stands is kept, for its page says when
 * that was. Says how many.
 */
export const forgetCardOpenings = (): Promise<number> => db.$executeRaw`
  DELETE FROM member_card_opening o USING member_card c
  WHERE c.id = o.card_id AND o.expires_at < now() - ${OPENINGS_KEPT_DAYS}::int * interval '1 day'
    AND (c.ended_at IS NOT NULL OR EXISTS (SELECT FROM member_card_opening later WHERE later.card_id = c.id AND later.opened_at > o.opened_at))`;
