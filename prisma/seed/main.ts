import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Day, isDay, today } from '@/domain/days/day';
import { parseRing } from '@/domain/ground/seal';
import { step } from './progress';
import { seed } from './seed';

/*
 * Fills an empty portal with demonstration data:
 *   node --conditions=react-server --import tsx prisma/seed/main.ts [--members 40000] [--today 2026-11-24]
 * DATABASE_URL is a superuser's address (the load runs with triggers off), DEMO_PASSWORD what the demonstration accounts sign in with,
 * SEALING_KEYS the portal's ring: sensitive fields are sealed with its first key, and left out without one.
 */
const { values } = parseArgs({ options: { members: { type: 'string', default: '40000' }, today: { type: 'string' } } });
const { DATABASE_URL: databaseUrl, DEMO_PASSWORD: demoPassword, SEALING_KEYS: ring = '' } = process.env;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const members = Number(values.members);
  const day: Day = values.today && isDay(values.today) ? values.today : today();
  if (!databaseUrl || !demoPassword) return refuse('DATABASE_URL và DEMO_PASSWORD phải được đặt.');
  if (!Number.isInteger(members) || members < 1_000 || members > 2_000_000)
    return refuse('--members: một số từ 1000 đến 2000000.');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const [sealingKey] = parseRing(ring);
    const work = { client, today: day, members, demoPassword, sealingKey, say };
    const filled = await seed(work);
    // what reads for it looks at its surroundings as it is loaded
    const { signPlanted } = await import('./report-contents');
    if (filled) await step(work, 'nội dung báo cáo đã ký', () => signPlanted(work));
    return filled ? 0 : refuse('Cơ sở dữ liệu đã có đơn vị: không ghi thêm dữ liệu mẫu.');
  } finally {
    await client.end();
  }
}

function refuse(reason: string): number {
  say(reason);
  return 1;
}

process.exitCode = await main();
