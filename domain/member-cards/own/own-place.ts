import type { EnrolmentState } from '@/domain/scales/enrolment-state';

/** A seat of hers, or her place in a line, in a session that is not over. */
export type OwnPlace = {
  enrolmentId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  place: string;
  state: EnrolmentState;
  arrivalNo: number;
  /** it has not begun: she can give it back */
  mayCancel: boolean;
};
