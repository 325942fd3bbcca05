import { Lane } from '../still/drawing/lane';

/** Requests of one network at once, on each way: its others wait their turn. */
const SHARE = 8;

/** The ways to what depends on who asks. Public pages are drawn on a third one (server/still). */
export type Ways = {
  /** for those who are known to be signed in: a hundred approvals at once wait, none of them is refused */
  signedIn: Lane;
  /** for everybody else: public forms, tickets, signing in */
  strangers: Lane;
};

export const openWays = (): Ways => ({
  signedIn: new Lane({ width: 24, share: SHARE, line: 1_000, patience: 50_000 }),
  strangers: new Lane({ width: 24, share: SHARE, line: 400, patience: 30_000 }),
});
