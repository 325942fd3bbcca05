import type { Work } from './work';

const number = new Intl.NumberFormat('vi-VN');
const seconds = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Runs a step and tells what it made and how long it took: "✓ 12.000 tổ (1,2 s)". */
export async function step(work: Work, what: string, make: () => Promise<number>): Promise<void> {
  const begun = performance.now();
  const made = await make();
  work.say(`✓ ${number.format(made)} ${what} (${seconds.format((performance.now() - begun) / 1000)} s)`);
}
