import type { SkillCode } from './skills';

/**
 * A course: one a topic, in both languages. Level, length and skills are our assumption until the union confirms
 * them.
 */
export interface CourseSeed {
  code: string;
  level: 'basic' | 'intermediate' | 'advanced';
  minutes: number;
  audience: 'officials' | 'heads_and_deputies' | 'members' | 'priority_groups' | 'everyone';
  skills: readonly SkillCode[];
  vi: CourseWords;
  en: CourseWords;
}

interface CourseWords {
  slug: string;
  title: string;
  description: string;
  preconditions?: string;
}
