import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { PROVINCE_BEGAN } from './communes';

/**
 * Communes, wards and towns that went into today's 95 units on 1 July 2025, from the public list of mergers in
 * github.com/thanglequoc/vietnamese-provinces-database (commit cd58063). A district tells apart two of one name and
 * kind.
 */
const FILE = join(process.cwd(), 'prisma/seed/units/former-units.tsv');
const KINDS = { xã: 'commune', phường: 'ward', 'thị trấn': 'town' } as const;

export type FormerUnitFact = {
  code: string;
  name: string;
  kind: (typeof KINDS)[keyof typeof KINDS];
  district: string | null;
  part: boolean;
};

export function formerUnits(): FormerUnitFact[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trim().normalize('NFC').split('\n');
  return lines.map((line) => {
    const [code = '', , name = '', kind, district, share] = line.split('\t');
    const known = KINDS[kind as keyof typeof KINDS];
    if (!known) throw new Error(`no kind of a former unit: ${kind}`);
    return { code, name, kind: known, district: district || null, part: share === 'part' };
  });
}

/** Writes those that are missing under the units of today, by their codes. Run again it adds nothing. Returns how many it wrote. */
export async function plantFormerUnits(client: Pick<Client, 'query'>): Promise<number> {
  const { rowCount } = await client.query(
    `INSERT INTO former_unit (id, unit_id, name, kind, district, part, closed_on)
     SELECT md5('former unit ' || f.code || f.kind || f.name)::uuid, u.id, f.name, f.kind::former_unit_kind, f.district, f.part, $2::date
     FROM jsonb_to_recordset($1) f (code text, name text, kind text, district text, part boolean)
       JOIN unit u ON u.code = f.code AND u.level = 'commune'
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(formerUnits()), PROVINCE_BEGAN],
  );
  return rowCount ?? 0;
}
