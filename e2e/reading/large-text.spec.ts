import { expect } from '@playwright/test';
import { locales } from '../../i18n/locales';
import { hrefTo } from '../../i18n/routes';
import { expectRoomForLargeText } from '../support/page/large-text';
import { test } from '../support/test';

// Pages that have an address of their own are tried where they are opened: public.spec.ts, accessibility.spec.ts.
for (const locale of locales) {
  test(`with letters twice as large an article, a session, its poster and the views of a day and a week scroll in one direction only: ${locale}`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const linked: string[] = [];
    for (const [list, part] of [
      [hrefTo(locale, 'trainings'), hrefTo(locale, 'session', { slug: 'x' }).slice(0, -1)],
      [hrefTo(locale, 'stories'), hrefTo(locale, 'story', { slug: 'x' }).slice(0, -1)],
      [hrefTo(locale, 'guides'), hrefTo(locale, 'guide', { slug: 'x' }).slice(0, -1)],
      [hrefTo(locale, 'news'), hrefTo(locale, 'newsArticle', { slug: 'x' }).slice(0, -1)],
    ]) {
      await page.goto(list ?? '');
      linked.push((await page.locator(`main a[href^="${part}"]`).first().getAttribute('href')) ?? '');
    }
    const [session] = linked;
    const slug = session?.split('/').at(-1) ?? '';
    const others = [
      ...linked,
      hrefTo(locale, 'poster', { slug }),
      hrefTo(locale, 'topicWait'),
      hrefTo(locale, 'commune', { slug: 'trang-dai' }),
      ...['day', 'week'].map((view) => hrefTo(locale, 'trainings', {}, { view })),
      `${hrefTo(locale, 'home')}/no-such-page`.replace('//', '/'),
    ];
    for (const path of others) {
      await page.goto(path);
      await expectRoomForLargeText(page, path);
    }
  });
}

test('a reader makes letters up to twice as large by one control, which has room on a phone and is remembered', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/en/about');
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const usual = await size();
  await page.getByLabel('Text size').first().click();
  for (const [name, times] of [
    ['Half as large again', 1.5],
    ['Twice as large', 2],
  ] as const) {
    await page.getByRole('button', { name }).click();
    expect(await size()).toBe(usual * times);
    await expect(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
    if (!(await page.getByRole('button', { name }).isVisible())) await page.getByLabel('Text size').first().click();
  }
  for (const button of await page.locator('[data-text-size]').all()) {
    const box = await button.boundingBox();
    expect([Number(box?.x) >= 0, Number(box?.x) + Number(box?.width) <= 360]).toEqual([true, true]);
  }
  await page.reload();
  expect(await size()).toBe(usual * 2);
  // and on a small laptop, where four columns of the foot stand side by side
  await page.setViewportSize({ width: 1024, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
});
