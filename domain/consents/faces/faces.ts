import type { AskedPicture } from '../picture';

/** A picture of a model or a course that somebody was taken off who had said no; `by`: who did, none once another has said who is in it. */
export type FacesWaiting = AskedPicture & {
  by: string[];
  /** the viewer is one of them */
  hers: boolean;
  /** she may look at it: another took somebody off, and nobody else in it says no */
  mayLook: boolean;
  version: number;
};
