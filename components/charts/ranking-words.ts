/** A rank as lists bear it: "3", and "=3" where others share it. */
export const rankWord = (rank: string, equals: number): string => (equals > 0 ? `=${rank}` : rank);
