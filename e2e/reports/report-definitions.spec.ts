import { expect } from '../support/reader/expect';
import { monthsOf } from '../support/stage/reports';
import { test } from '../support/test';

test('each figure of a report leads to its definition in that place, as of the last day, and on to its rows', async ({
  readAs,
  database,
}) => {
  const { signed } = await monthsOf(database);
  const lastDay = /^\d{4}-\d\d-(28|29|30|31)$/;
  const reader = await readAs('longhung');
  for (const [name, code] of [
    ['Chi hội', 'coverage_sub_association'],
    ['Gia đình số', 'models_digital_family'],
    ['Buổi tập huấn đã mở', 'sessions_held'],
  ] as const) {
    await reader.goto(signed);
    await reader.getByRole('link', { name, exact: true }).first().click();
    expect(new URL(reader.url()).pathname).toBe(`/admin/indicators/${code}`);
    const asked = new URL(reader.url()).searchParams;
    expect(asked.get('unit')).toBe(signed.split('/').at(-2));
    expect(asked.get('on')).toMatch(lastDay);
    await expect(reader.getByRole('heading', { name: 'Định nghĩa' })).toBeVisible();
    if (code !== 'models_digital_family') continue;
    await reader.getByRole('link', { name: 'Xem từng dòng đứng sau con số này' }).click();
    expect(new URL(reader.url()).searchParams.get('on')).toMatch(lastDay);
  }
  // of a course it is the number of people trained in that course
  await reader.goto(signed);
  const course = reader.locator('section', { hasText: 'Tập huấn trong kỳ' }).getByRole('link').first();
  const named = (await course.textContent()) ?? '';
  await course.click();
  expect(new URL(reader.url()).pathname).toBe('/admin/indicators/people_trained');
  expect(new URL(reader.url()).searchParams.get('on')).toMatch(lastDay);
  await expect(reader.getByRole('heading', { name: named }).first()).toBeVisible();
  // how women of priority groups are counted is said to everybody, and defined for who may see them
  await reader.goto(signed);
  const counted = /Đã đếm khi ký, theo chục, từ hồ sơ của chị em đã đồng ý\.|Không đếm được trong báo cáo này\./;
  await expect(reader.getByText(counted).first()).toBeVisible();
  await reader.getByRole('link', { name: 'Cách tính: Nhóm ưu tiên đã tới trong năm' }).click();
  expect(new URL(reader.url()).pathname).toBe('/admin/indicators/priority_groups_reached');
  await expect(reader.getByRole('heading', { name: 'Định nghĩa' })).toBeVisible();
});
