import type { Clash } from '@/domain/trainings/booking/clash';
import type { SessionSummary } from '@/domain/trainings/session-view';

/** A session that comes or goes on; `marks`: whether the viewer takes its attendance, `clash`: what is in the way of a proposal. */
export type ComingSession = SessionSummary & { seated: number; marks: boolean; clash: Clash | null };
