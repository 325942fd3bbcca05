import pg from 'pg';
import { today } from '@/domain/days/day';
import { layFoundations } from './foundations';
import { plantGuides } from './guides/plant-guides';
import { plantFormerUnits } from './units/former-units';
import { plantGround } from './units/units';

/*
 * Lays the ground of a portal with a database of its own, once: the province and its 95 communes, skills, courses, checklists,
 * texts of consent, indicators and the first guides. Nothing of it is invented; nobody can sign in. A database that has units is given
 * the former names it lacks, and the guides where it never had one, and is otherwise left as it is.
 *   DATABASE_URL=… node --conditions=react-server --import tsx prisma/seed/ground.ts
 */
const now = () => new Date().toISOString();
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE unit IN EXCLUSIVE MODE');
    if ((await client.query('SELECT FROM unit LIMIT 1')).rowCount) {
      const written = await plantFormerUnits(client);
      await plantGuides(client, now());
      await client.query('COMMIT');
      say(`${written} tên cũ`);
      return;
    }
    const work = { client, today: today(), members: 0, demoPassword: '', say };
    const units = await plantGround(work);
    await plantFormerUnits(client);
    await layFoundations(work);
    await plantGuides(client, now());
    await client.query('COMMIT');
    say(`${units} đơn vị`);
  } finally {
    await client.end();
  }
}

await main();
