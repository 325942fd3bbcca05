import { createHash } from 'node:crypto';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import type pg from 'pg';
import { createAccountWithRole, type MadeAccount } from '../../../test/factories/accounts';
import { createMember } from '../../../test/factories/people';
import { createCourse, createEnrolment, createSession } from '../../../test/factories/trainings';
import { type Made, read, unique } from '../../../test/factories/write';
import { temporaryFolder } from '../processes/temporary';
import { password } from '../test';
import { choosePlaces } from './stage';
import { newSecret } from './trainings';

/** A session of today with women of one group, and the two who take attendance there. */
export type HallStage = {
  title: string;
  session: Made;
  women: { id: string; name: string; secret: string }[];
  trainer: MadeAccount;
  official: MadeAccount;
};

const GIVEN = ['An', 'Bình', 'Chi', 'Dung', 'Đào', 'Giang', 'Hoa', 'Kim', 'Lan', 'Mai'];
const MIDDLE = ['Thị', 'Ngọc', 'Thu', 'Minh', 'Kim', 'Hồng'];

export async function makeHall(database: pg.Client, count: number): Promise<HallStage> {
  const places = await choosePlaces(database);
  const mark = unique();
  const person = await createMember(database, places.subAssociation, { name: `Giảng viên ${mark}` });
  const sign = { password: password(), person };
  const trainer = await createAccountWithRole(database, 'trainer', [places.commune], {
    displayName: `Giảng viên ${mark}`,
    ...sign,
  });
  const official = await createAccountWithRole(database, 'commune_official', [places.commune], {
    displayName: `Cán bộ ${mark}`,
    password: password(),
  });
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const session = await createSession(database, {
    course: await createCourse(database, { title: `Buổi ${mark}` }),
    unit: places.subAssociation,
    trainers: [person],
    startsAt: `${day}T00:10:00+07:00`,
    endsAt: `${day}T23:50:00+07:00`,
    seats: 80,
  });
  const women: HallStage['women'] = [];
  for (let no = 1; no <= count; no++) {
    const name = `Chị ${MIDDLE[Math.floor((no - 1) / GIVEN.length)]} ${GIVEN[(no - 1) % GIVEN.length]}`;
    const { id } = await createEnrolment(database, session, await createMember(database, places.group, { name }), no);
    women.push({ id, name, secret: newSecret() });
  }
  await database.query(
    `UPDATE enrolment e SET unit_id = $1, ticket_hash = t.hash FROM unnest($2::uuid[], $3::bytea[]) t (id, hash) WHERE e.id = t.id`,
    [
      places.group.id,
      women.map(({ id }) => id),
      women.map(({ secret }) => createHash('sha256').update(secret).digest()),
    ],
  );
  return { title: `Buổi ${mark}`, session, women, trainer, official };
}

/** A phone with a memory of its own that outlives the browser: closed and opened again it is the same phone. */
export class TestPhone {
  private readonly memory = temporaryFolder('phone');
  private context: BrowserContext | undefined;

  constructor(
    private readonly portal: string,
    private readonly launch: object,
  ) {}

  /** `signal`: whether there is any when the browser opens; `clockError`: milliseconds that its clock is ahead. */
  async open({ signal = true, clockError = 0 } = {}): Promise<Page> {
    this.context = await chromium.launchPersistentContext(this.memory, {
      ...this.launch,
      baseURL: this.portal,
      locale: 'vi-VN',
      viewport: { width: 360, height: 740 },
      timezoneId: 'America/New_York',
      offline: !signal,
    });
    // Here only the app sends: the browser would do so on its own, as soon as it starts with signal.
    await this.context.addInitScript(() =>
      Object.defineProperty(ServiceWorkerRegistration.prototype, 'sync', { value: undefined }),
    );
    await this.context.addInitScript((error) => {
      const now = Date.now;
      Date.now = () => now() + error;
    }, clockError);
    return this.context.pages()[0] ?? this.context.newPage();
  }

  async signal(on: boolean): Promise<void> {
    await this.context?.setOffline(!on);
  }

  async close(): Promise<void> {
    await this.context?.close();
  }
}

/** Signs somebody in on a phone, through the form. */
export async function signInOn(page: Page, account: MadeAccount, to = '/admin/attendance'): Promise<void> {
  await page.goto(`/dang-nhap?callbackUrl=${encodeURIComponent(to)}`);
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(account.email);
  await page.getByLabel('Mật khẩu').fill(password());
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(`**${to}`);
}

/** The register as the portal has it, by name. */
export async function registerOf(database: pg.Client, session: Made): Promise<Record<string, string>> {
  const rows = await read<{ name: string; mark: string | null; conflict: boolean | null }>(
    database,
    `SELECT coalesce(e.name, p.full_name) AS name, a.mark::text, a.conflict FROM enrolment e LEFT JOIN person p ON p.id = e.person_id
     LEFT JOIN attendance a ON a.enrolment_id = e.id WHERE e.session_id = '${session.id}' ORDER BY e.arrival_no`,
  );
  return Object.fromEntries(rows.map(({ name, mark, conflict }) => [name, conflict ? '?' : (mark ?? '-')]));
}

/** A woman's tile on the phone, and a tap on it. */
export const tile = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
export const say = (page: Page, name: string, mark: 'Có mặt' | 'Muộn' | 'Vắng') =>
  tile(page, name).getByRole('button', { name: mark }).click();

/** Signs in where there is signal and takes the list along; answers when the page is kept for times without. */
export async function takeAlong(page: Page, account: HallStage['trainer'], stage: HallStage) {
  await signInOn(page, account);
  await page.getByRole('button', { name: `Tải về máy ${stage.title}` }).click();
  await page.getByRole('link', { name: `Điểm danh ${stage.title}` }).click();
  await expect(tile(page, stage.women[0]?.name ?? '')).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** The deliveries that a phone sends from now on. */
export function deliveriesOf(page: Page): unknown[] {
  const deliveries: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/attendance/deliveries')) deliveries.push(request.postDataJSON());
  });
  return deliveries;
}
