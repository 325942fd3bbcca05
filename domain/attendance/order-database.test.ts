import fc from 'fast-check';
import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { deliver, makeEnrolled, makePhone, registerOf, type TestTap, tap, walkIn } from '@/test/stages/attendance';
import { makeApproved, makeTrainingStage } from '@/test/stages/trainings';
import { saidMarks } from './mark';

const { union, official, trainer, courseId } = await makeTrainingStage();
const WOMEN = 4;
const RUNS = 12;

/** The marks of a phone in its own order, each with its woman. */
const story = fc.array(fc.tuple(fc.nat(WOMEN), fc.constantFrom(...saidMarks)), { minLength: 1, maxLength: 7 });
/** Deliveries: which phone sends, from where to where of what it has, with which clock. */
const deliveries = fc.array(
  fc.tuple(fc.nat(1), fc.nat(7), fc.nat(7), fc.integer({ min: -2_400_000, max: 2_400_000 })),
  {
    maxLength: 6,
  },
);

let minutes = 0;
async function stageOnce() {
  const clock = (at: number) =>
    `${String(6 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const trainerIds = [trainer.personId];
  const { id } = await makeApproved(
    { unit: union.khuPho5, courseId, trainerIds },
    1,
    clock(minutes),
    clock(minutes + 1),
  );
  minutes += 1;
  const women = await makeEnrolled(union.khuPho5, id, WOMEN);
  return { id, women, phones: [await makePhone(trainer, id), await makePhone(official, id)] };
}

/** The last place is a woman at the door, whom both phones write down by the same number. */
const tell = (id: string, women: string[], told: [number, (typeof saidMarks)[number]][]): TestTap[] => {
  const came = walkIn(id, 1, 'Võ Thị Út', '0912345678');
  return [came, ...told.map(([who, mark], at) => tap(id, at + 2, women[who] ?? came.enrolmentId, mark))];
};

test('the same taps give the same register, however their deliveries cross, repeat and overlap', async () => {
  await fc.assert(
    fc.asyncProperty(story, story, deliveries, async (one, other, sent) => {
      const [plain, crossed] = [await stageOnce(), await stageOnce()];
      for (const [at, told] of [one, other].entries()) {
        const phone = plain.phones[at];
        if (phone) await deliver(phone, tell(plain.id, plain.women, told));
      }
      const taps = [one, other].map((told) => tell(crossed.id, crossed.women, told));
      for (const [at, from, to, error] of sent) {
        const [phone, some] = [
          crossed.phones[at],
          taps[at]?.slice(Math.min(from, to), Math.max(from, to) + 1).reverse(),
        ];
        if (phone && some?.length) await deliver(phone, some, Date.now() + error);
      }
      await Promise.all(crossed.phones.map((phone, at) => deliver(phone, taps[at] ?? [])));
      expect(await registerOf(crossed.id)).toEqual(await registerOf(plain.id));
      expect(await db.enrolment.count({ where: { sessionId: crossed.id } })).toBe(WOMEN + 1);
    }),
    { numRuns: RUNS },
  );
});
