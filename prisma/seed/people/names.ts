import type { Client } from 'pg';
import { searchKey } from '@/domain/texts/clean-text';
import { realNames } from '../units/places';

/** A list in which each word stands as often as the number behind it says: picking evenly gives realistic frequencies. */
const weighted = (words: string) =>
  words.split(',').flatMap((entry) => {
    const [, word = '', weight = '1'] = /^\s*(.+) (\d+)\s*$/.exec(entry) ?? [];
    return Array.from({ length: Number(weight) }, () => word.normalize('NFC'));
  });

// per 200 women, after published frequencies of surnames
const SURNAMES = weighted(`
  Nguyễn 62, Trần 22, Lê 19, Phạm 13, Huỳnh 6, Hoàng 6, Phan 8, Vũ 5, Võ 7, Đặng 5, Bùi 5, Đỗ 4, Hồ 4,
  Ngô 4, Dương 3, Lý 3, Đoàn 2, Trịnh 2, Đinh 3, Mai 2, Cao 2, Tô 1, Lương 2, Tạ 1, Châu 1, Trương 4,
  Nông 1, Hà 1, Thái 1, Tống 1`);
const MIDDLES = weighted(`
  Thị 34, Thị Ngọc 7, Thị Kim 7, Thị Thanh 7, Thị Thu 6, Thị Mỹ 5, Thị Hồng 5, Thị Bích 4, Thị Minh 3,
  Thị Hoàng 2, Thị Phương 2, Ngọc 4, Thanh 3, Kim 3, Mỹ 2, Thùy 2, Quỳnh 1, Hoàng 1, Phương 1, Bảo 1`);
const GIVEN_OLD = weighted(`
  Lan 5, Hoa 5, Hồng 4, Cúc 4, Mai 4, Sáu 2, Bảy 2, Tư 1, Nhàn 2, Lành 2, Hường 3, Liên 3, Loan 3, Phượng 3,
  Nga 3, Hiền 3, Xuân 3, Tám 1, Tuyết 3, Sen 2, Bưởi 1, Lý 1, Đào 2, Nguyệt 3, Thìn 1, Năm 1, Út 2, Chín 1`);
const GIVEN_MIDDLE = weighted(`
  Hương 6, Hạnh 4, Hà 5, Thủy 6, Hằng 5, Hòa 3, Hiền 4, Nga 3, Loan 3, Oanh 3, Nhung 4, Vân 4, Yến 4,
  Dung 4, Bình 2, Thảo 4, Trang 4, Phương 5, Huệ 3, Tâm 3, Thoa 2, Thắm 2, Diệu 1, Châu 2, Giang 2, Ánh 2,
  Quyên 3, Xuyến 1, Mận 1`);
const GIVEN_YOUNG = weighted(`
  Linh 6, Trang 5, Anh 5, Ngân 4, Thảo 4, Nhi 4, Vy 4, Trâm 4, My 3, Hân 2, Quyên 2, Trinh 3, Tiên 3, Như 3,
  Uyên 3, Hà 2, Ngọc 3, Mai 2, Duyên 3, Thư 3, Ly 2, Thùy 2, Diễm 2, Khánh 1, Đan 1`);
// Women of the S'tiêng bear Thị as a surname, others Điểu; Lâm is frequent among Khmer families; Nông, Hoàng, Triệu among Tày and Nùng.
const MINORITY_SURNAMES = weighted(`
  Thị 10, Điểu Thị 6, Lâm Thị 4, Nông Thị 3, Triệu Thị 2, Hoàng Thị 2, Thạch Thị 1, Ka 1`);
const MINORITY_GIVEN = weighted(`
  Hương 2, Brưm 1, Nhơr 1, Mai 2, Xuân 2, Đớ 1, Lan 2, Hằng 2, Nga 1, Thu 1, Gái 1, Phương 1, Bé 1, Sen 1,
  Dung 1, Út 1`);

const textArray = (words: readonly string[]) => `'{${words.map((word) => `"${word}"`).join(',')}}'::text[]`;

/** Every full name that can be drawn, once. */
function everyName(): readonly string[] {
  const given = [...GIVEN_OLD, ...GIVEN_MIDDLE, ...GIVEN_YOUNG];
  const joined = (before: readonly string[], after: readonly string[]) => [
    ...new Set(before.flatMap((first) => [...new Set(after)].map((second) => `${first} ${second}`))),
  ];
  return [...joined(joined(SURNAMES, MIDDLES), given), ...joined(MINORITY_SURNAMES, MINORITY_GIVEN)];
}

/** Which of them nobody is given: names of real women, however they are written, and "Thị Ngọc Ngọc". */
function neverGiven(): readonly string[] {
  const real = new Set(realNames.map(searchKey));
  return everyName().filter((name) => real.has(searchKey(name)) || /(\S+) \1$/.test(name));
}

/**
 * Gives the connection pg_temp.woman(n, birth year, minority): an invented full name in Vietnamese order (surname,
 * middle name, given name). Nobody is given the name of a real woman whom the sources name.
 */
export async function prepareNames(client: Client): Promise<void> {
  await client.query(`
    CREATE OR REPLACE FUNCTION pg_temp.drawn_name(n bigint, birth_year int, minority boolean) RETURNS text LANGUAGE sql IMMUTABLE RETURN
      CASE WHEN minority
        THEN pg_temp.pick(${textArray(MINORITY_SURNAMES)}, pg_temp.draw('surname', n)) || ' ' || pg_temp.pick(${textArray(MINORITY_GIVEN)}, pg_temp.draw('given', n))
        ELSE pg_temp.pick(${textArray(SURNAMES)}, pg_temp.draw('surname', n)) || ' ' || pg_temp.pick(${textArray(MIDDLES)}, pg_temp.draw('middle', n)) || ' ' ||
          CASE WHEN birth_year < 1964 THEN pg_temp.pick(${textArray(GIVEN_OLD)}, pg_temp.draw('given', n))
            WHEN birth_year < 1990 THEN pg_temp.pick(${textArray(GIVEN_MIDDLE)}, pg_temp.draw('given', n))
            ELSE pg_temp.pick(${textArray(GIVEN_YOUNG)}, pg_temp.draw('given', n)) END
      END;

    -- who draws a name that nobody is given gets another one
    CREATE OR REPLACE FUNCTION pg_temp.woman(n bigint, birth_year int, minority boolean) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
    DECLARE name text := pg_temp.drawn_name(n, birth_year, minority);
    BEGIN
      IF name = ANY (${textArray(neverGiven())}) THEN RETURN regexp_replace(name, '\\S+$', 'Thơ'); END IF;
      RETURN name;
    END $$;
  `);
}
