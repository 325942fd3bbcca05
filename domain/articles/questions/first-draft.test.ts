import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftInput } from '../article';
import { plainOf } from '../document';
import { documentOf } from '../documents/written';
import { answersInput } from './answers';
import { firstDraftOf } from './first-draft';

const answers = {
  who: 'Chị Lê Thị Mẫu, 52 tuổi, bán rau ở chợ ấp. Chị có hai con.',
  before: 'Chị không dám bấm điện thoại.\nSợ mất tiền.',
  learned: 'Chị Hoa chỉ chị quét mã QR.',
  changed: 'Nay khách trả bằng mã. Chị không lo thối tiền. Con gái chị cũng vui.',
  says: 'Cứ thử đi, hỏng thì hỏi!',
};

describe('a story from five answers', () => {
  test('says in her words, in their order, what she answered, under headings and with what she says to others as a quote', () => {
    const { title, summary, whatChanged, body } = firstDraftOf(answers);
    expect(whatChanged).toBe(answers.changed);
    expect(title).toBe('Chị Lê Thị Mẫu, 52 tuổi, bán rau ở chợ ấp');
    expect(summary).toBe('Nay khách trả bằng mã. Chị không lo thối tiền.');
    expect(plainOf(body).split('\n')).toEqual([
      answers.who,
      'Trước đây',
      'Chị không dám bấm điện thoại.',
      'Sợ mất tiền.',
      'Học và được chỉ dẫn',
      answers.learned,
      'Điều đã khác',
      answers.changed,
      'Lời nhắn gửi',
      answers.says,
    ]);
    expect(body.content?.at(-1)?.type).toBe('blockquote');
  });

  test('holds every line that was typed word for word, whatever it is, and is a text that can be saved', () => {
    const line = fc
      .array(fc.constantFrom('chị', '**đậm**', '# đầu', '[a](javascript:x)', '<b>', '1. một', '> trích', 'Ờ?', '3.5'), {
        minLength: 1,
        maxLength: 40,
      })
      .map((words) => words.join(' '));
    const answer = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(
        fc.record({ who: answer, before: answer, learned: answer, changed: answer, says: answer }),
        (typed) => {
          const { title, summary, whatChanged, body } = firstDraftOf(typed);
          const kept = documentOf(JSON.stringify(body));
          const lines = plainOf(kept).split('\n');
          for (const each of Object.values(typed).flatMap((said) => said.split('\n'))) expect(lines).toContain(each);
          expect(JSON.stringify(kept)).not.toContain('"marks"');
          expect(draftInput.shape.titleVi.safeParse(title).success).toBe(true);
          expect(draftInput.shape.summaryVi.safeParse(summary).success).toBe(true);
          expect(draftInput.shape.whatChangedVi.safeParse(whatChanged).success).toBe(true);
          expect(draftInput.shape.bodyVi.safeParse(JSON.stringify(body)).success).toBe(true);
        },
      ),
    );
  });

  test('suggests a title and a summary that fit, cut between words; the text itself is never cut', () => {
    const long = Array.from({ length: 120 }, (_, at) => `chữ${at}`).join(' ');
    const { title, summary, body } = firstDraftOf({ ...answers, who: long, changed: long });
    expect(title.length).toBeLessThanOrEqual(160);
    expect(summary.length).toBeLessThanOrEqual(400);
    expect(long.startsWith(`${title.slice(0, -1)} `)).toBe(true);
    expect(plainOf(body).split('\n')).toContain(long);
  });
});

test('a point after an abbreviation or a number ends no sentence, and a title is never empty', () => {
  const titleOf = (who: string) => firstDraftOf({ ...answers, who }).title;
  expect(titleOf('TP. Biên Hòa có chị Mẫu. Chị bán rau.')).toBe('TP. Biên Hòa có chị Mẫu');
  expect(titleOf('1. Chị Lê Thị Mẫu, 52 tuổi. Chị bán rau.')).toBe('1. Chị Lê Thị Mẫu, 52 tuổi');
  expect(titleOf('.')).toBe('.');
});

test('five full answers stay within what a text may hold, and an empty one is refused by name', () => {
  const full = 'chữ '.repeat(1_000).trim();
  const body = firstDraftOf({ who: full, before: full, learned: full, changed: full, says: full }).body;
  expect(draftInput.shape.bodyVi.safeParse(JSON.stringify(body)).success).toBe(true);
  const lines = (count: number) => Array.from({ length: count }, () => 'ạ').join('\n');
  const most = { who: lines(200), before: lines(200), learned: lines(200), changed: lines(200), says: lines(200) };
  expect(answersInput.shape.before.safeParse(most.before).success).toBe(true);
  expect(draftInput.shape.bodyVi.safeParse(JSON.stringify(firstDraftOf(most).body)).success).toBe(true);
  expect(answersInput.shape.before.safeParse(lines(201)).error?.issues[0]?.message).toBe('too-many-lines');
  expect(answersInput.shape.before.safeParse('   ').success).toBe(false);
  expect(answersInput.shape.naming.safeParse(undefined).success).toBe(false);
});
