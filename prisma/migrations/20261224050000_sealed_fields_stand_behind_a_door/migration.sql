-- contract: an earlier release opens no sealed field here.
-- Sealed fields are read by three functions alone. Two are handed the entry of the trail that says who asks, and look themselves whether
-- that account may, where the record is kept and while she agrees: a filter that was forgotten opens nothing. The third changes keys.

-- Which roles may do what stands behind a door of the database (0245): one meaning with domain/access/permissions.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.roles_for(p_permission text) RETURNS role[] LANGUAGE sql IMMUTABLE RETURN
  CASE p_permission
    WHEN 'sensitive.see' THEN '{province_official,commune_official}'
    WHEN 'own-data.export' THEN '{province_official,commune_official}'
    WHEN 'people.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'exports.persons' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'enrolments.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    ELSE '{}' END::role[];

-- Whether a unit has this place today: one that was closed keeps its last, one that opens later has the place it will begin with.
CREATE OR REPLACE FUNCTION app.placed_today(s unit_span) RETURNS boolean LANGUAGE sql STABLE RETURN
  CASE WHEN s.valid_from <= app.today() THEN s.is_last OR app.today() < s.valid_to
    ELSE s.is_last AND EXISTS (SELECT FROM unit u WHERE u.id = s.unit_id AND u.opened_on > app.today()) END;

-- The areas where an account may do it today, by its grants in the database: NULL is everywhere, an empty list nowhere. Nobody who was
-- disabled, and no account that does not exist, reaches anything. `p_roles` leaves only some of her roles.
CREATE OR REPLACE FUNCTION app.areas_of(p_account uuid, p_permission text, p_roles role[] DEFAULT NULL) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN bool_or(s.path ~ '^/\d+/$') THEN NULL ELSE coalesce(array_agg(DISTINCT s.path), '{}') END
  FROM account a JOIN role_grant g ON g.account_id = a.id JOIN unit_span s ON s.unit_id = g.unit_id
  WHERE a.id = p_account AND a.disabled_at IS NULL AND g.role = ANY (app.roles_for(p_permission)) AND (p_roles IS NULL OR g.role = ANY (p_roles))
    AND app.active_on(g.valid_from, g.valid_to, app.today()) AND app.placed_today(s) $$;

-- Whether a unit lies within areas today; every unit does where the areas are NULL.
CREATE OR REPLACE FUNCTION app.unit_within(p_unit uuid, areas text[]) RETURNS boolean LANGUAGE sql STABLE RETURN
  areas IS NULL OR EXISTS (SELECT FROM unit_span s WHERE s.unit_id = p_unit AND s.path ^@ ANY (areas) AND app.placed_today(s));

-- Whether the transaction that wrote a row has been committed: not one that is under way, its own savepoints among them.
CREATE OR REPLACE FUNCTION app.is_committed(p_xid xid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT n.behind < 2147483648 AND n.behind <= n.next AND pg_xact_status((n.next - n.behind)::text::xid8) = 'committed'
  FROM (SELECT x.next, (x.next - p_xid::text::bigint) & 4294967295 AS behind FROM (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next) x) n $$;

-- The entry of the trail by which something is opened: of one of these actions, made lately, and kept whatever becomes of the reader.
CREATE OR REPLACE FUNCTION app.kept_entry(p_entry uuid, p_actions text[]) RETURNS SETOF audit_entry LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT e.* FROM audit_entry e WHERE e.id = p_entry AND e.action = ANY (p_actions) AND e.at > now() - interval '2 hours' AND app.is_committed(e.xmin) $$;

-- Her sealed fields, for the entry of the trail that says who opens them: kept before anything is opened, by an account that may and where
-- her record is kept, only the fields that it names, and only while she agrees. Her own row before that of a record merged into her.
CREATE OR REPLACE FUNCTION app.sealed_fields_of(p_entry uuid) RETURNS TABLE (person_id uuid, field text, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE e audit_entry := (SELECT x FROM app.kept_entry(p_entry, '{readSensitive,exportOwnData}') x);
  areas text[] := app.areas_of(e.actor_id, CASE e.action WHEN 'readSensitive' THEN 'sensitive.see' ELSE 'own-data.export' END);
BEGIN
  RETURN QUERY SELECT DISTINCT ON (s.field) s.person_id, s.field::text, s.sealed, s.key_id, k.label
    FROM person p JOIN sensitive_field s ON s.person_id IN (SELECT r.id FROM app.records_of(p.id) r) JOIN encryption_key k ON k.id = s.key_id
    WHERE p.id = e.subject_id AND p.merged_into_id IS NULL AND p.erased_on IS NULL AND app.unit_within(p.keeper_unit_id, areas)
      AND e.change -> 'fields' ? s.field::text AND app.consent_stands(p.id, 'sensitive_data')
    ORDER BY s.field, (s.person_id = p.id) DESC, s.written_at DESC;
END $$;

-- The sealed priority groups of these women, to be counted: of those who agree and whose record is kept where the account of the entry may
-- see such fields. Nobody is shown one of them, so that the entry may be of the transaction that counts.
CREATE OR REPLACE FUNCTION app.sealed_groups_of(p_entry uuid, p_persons uuid[]) RETURNS TABLE (woman uuid, person_id uuid, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE asker uuid := (SELECT e.actor_id FROM audit_entry e WHERE e.id = p_entry AND e.action = 'countPriorityGroups' AND e.at > now() - interval '2 hours');
  areas text[] := app.areas_of(asker, 'sensitive.see');
BEGIN
  RETURN QUERY SELECT p.id, f.person_id, f.sealed, f.key_id, k.label FROM person p
    CROSS JOIN LATERAL (SELECT s.* FROM sensitive_field s WHERE s.field = 'priority_groups' AND s.person_id IN (SELECT r.id FROM app.records_of(p.id) r)
      ORDER BY (s.person_id = p.id) DESC, s.written_at DESC LIMIT 1) f JOIN encryption_key k ON k.id = f.key_id
    WHERE p.id = ANY (p_persons) AND app.unit_within(p.keeper_unit_id, areas) AND app.consent_stands(p.id, 'sensitive_data');
END $$;

-- Fields that another key than this one sealed, behind the last one that was sealed anew; they are locked until that is done. For
-- changing keys alone: nobody asks for it, and of what the current key sealed it hands out nothing.
CREATE OR REPLACE FUNCTION app.sealed_otherwise(p_key uuid, p_person uuid, p_field sensitive_field_name, p_most int) RETURNS TABLE (person_id uuid, field text, sealed bytea, key_id uuid, label text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT s.person_id, s.field::text, s.sealed, s.key_id, k.label FROM sensitive_field s JOIN encryption_key k ON k.id = s.key_id
  WHERE s.key_id <> p_key AND (p_person IS NULL OR (s.person_id, s.field) > (p_person, p_field))
  ORDER BY s.person_id, s.field LIMIT least(p_most, 1000) FOR UPDATE OF s $$;

REVOKE EXECUTE ON FUNCTION app.roles_for(text), app.placed_today(unit_span), app.areas_of(uuid, text, role[]), app.unit_within(uuid, text[]), app.is_committed(xid), app.kept_entry(uuid, text[]),
  app.sealed_fields_of(uuid), app.sealed_groups_of(uuid, uuid[]), app.sealed_otherwise(uuid, uuid, sensitive_field_name, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sealed_fields_of(uuid), app.sealed_groups_of(uuid, uuid[]), app.sealed_otherwise(uuid, uuid, sensitive_field_name, int) TO portal_app;
REVOKE SELECT ON sensitive_field FROM portal_app;
GRANT SELECT (person_id, field, key_id, consent_id, written_at, written_by_id, version) ON sensitive_field TO portal_app;
