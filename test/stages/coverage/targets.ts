import { toDate } from '@/domain/days/day';
import { coverageIndicators } from '@/domain/targets/target';
import { db } from '@/prisma/client';

/** The indicators that targets are set for, as a database is laid out with them: both levels of coverage in percent, and one that is counted. */
export async function makeIndicators(): Promise<void> {
  const codes = [...Object.values(coverageIndicators), 'sessions_held'];
  const told = await db.indicator.findMany({
    where: { code: { in: codes } },
    select: { code: true },
    take: codes.length,
  });
  const missing = codes.filter((code) => !told.some((row) => row.code === code));
  await db.indicator.createMany({
    data: missing.map((code) => ({
      code,
      edition: 1,
      unitOfMeasure: code === 'sessions_held' ? ('count' as const) : ('percent' as const),
      nameVi: code,
      nameEn: code,
      numeratorVi: 'tử số',
      numeratorEn: 'numerator',
      denominatorVi: 'mẫu số',
      denominatorEn: 'denominator',
      validFrom: toDate('2025-01-01'),
    })),
  });
}
