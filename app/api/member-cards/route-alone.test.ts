import { beforeEach, expect, test, vi } from 'vitest';

const { door, openMemberCard, noteRefusal } = vi.hoisted(() => ({
  door: { card: null as string | null },
  openMemberCard: vi.fn(),
  noteRefusal: vi.fn(),
}));
vi.mock('@/server/sign-in/member-card', () => ({
  keptCard: async () => door.card,
  keptOpening: async () => null,
  giveOpening: vi.fn(),
  forgetCard: vi.fn(),
}));
vi.mock('@/server/still/shared', () => ({ noteRefusal }));
vi.mock('@/app/cache-tags', () => ({ seatsChanged: vi.fn() }));
vi.mock('@/domain/member-cards/own/open-commands', () => ({ openMemberCard, closeMemberCard: vi.fn() }));
vi.mock('@/domain/member-cards/own/own-deed-commands', () => ({}));

const { POST } = await import('./route');

const typed = () =>
  POST(
    new Request('http://127.0.0.1/api/member-cards', {
      method: 'POST',
      body: new URLSearchParams({ do: 'open', language: 'vi', password: '509381' }),
    }),
  );

beforeEach(() => {
  door.card = 'a'.repeat(64);
  noteRefusal.mockClear();
  openMemberCard.mockReset();
});

test('a wrong try is noted with the card that was tried, so that many cards from one network ring; a moment of too many is not', async () => {
  for (const problem of ['wrong-digits', 'must-wait']) {
    openMemberCard.mockResolvedValue({ ok: false, problem, detail: { seconds: '60' } });
    await typed();
    expect(noteRefusal.mock.lastCall).toEqual([{ reason: problem, tried: `card ${door.card}` }]);
  }
  openMemberCard.mockResolvedValue({ ok: false, problem: 'many-at-once' });
  expect((await typed()).headers.get('location')).toBe('/the-hoi-vien?problem=many-at-once');
  expect(noteRefusal.mock.lastCall).toEqual([{ reason: 'many-at-once' }]);
});

test('digits that come when the scanned card is not known any more lead to a scan anew', async () => {
  door.card = null;
  expect((await typed()).headers.get('location')).toBe('/the-hoi-vien?said=scan-again');
  expect(openMemberCard).not.toHaveBeenCalled();
});
