import type { Option } from '@/components/ui/forms/plain-fields';
import type { UnitQuestion } from '@/components/units/choice/unit-option';

/** The choices for the fields of a session, as plain values and labels. */
export type SessionChoices = {
  communeWords: string;
  courses: Option[];
  /** for which unit of the commune, or the province as a whole */
  unit: UnitQuestion;
  venues: Option[];
  trainers: Option[];
  languages: Option[];
  mayApprove: boolean;
};
