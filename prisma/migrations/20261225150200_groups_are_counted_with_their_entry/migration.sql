-- expand: a function alone; an earlier release counts in the transaction of its entry too.
-- The sealed priority groups of these women, to be counted: of those who agree and whose record is kept where the account of the entry may
-- see such fields, no more than the entry says. Nobody is shown one of them, so that the entry is of the transaction that counts: one that
-- somebody else left opens nothing.
CREATE OR REPLACE FUNCTION app.sealed_groups_of(p_entry uuid, p_persons uuid[]) RETURNS TABLE (woman uuid, person_id uuid, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE asker uuid := (SELECT e.actor_id FROM audit_entry e WHERE e.id = p_entry AND e.action = 'countPriorityGroups' AND e.at > now() - interval '2 hours'
    AND cardinality(p_persons) <= (e.change ->> 'opened')::int AND NOT app.is_committed(e.xmin));
  areas text[] := app.areas_of(asker, 'sensitive.see');
BEGIN
  RETURN QUERY SELECT p.id, f.person_id, f.sealed, f.key_id, k.label FROM person p
    CROSS JOIN LATERAL (SELECT s.* FROM sensitive_field s WHERE s.field = 'priority_groups' AND s.person_id IN (SELECT r.id FROM app.records_of(p.id) r)
      ORDER BY (s.person_id = p.id) DESC, s.written_at DESC LIMIT 1) f JOIN encryption_key k ON k.id = f.key_id
    WHERE p.id = ANY (p_persons) AND app.unit_within(p.keeper_unit_id, areas) AND app.consent_stands(p.id, 'sensitive_data');
END $$;
