/** How far a woman came with a skill, wherever it was seen: three steps, the words of the union's own "cầm tay chỉ việc". */
export const learnedLevels = ['saw_it', 'with_help', 'alone'] as const;
export type LearnedLevel = (typeof learnedLevels)[number];
