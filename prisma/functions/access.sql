-- Whether a path lies within one of these areas; NULL is everywhere, an empty list nowhere. An operator alone, so that it becomes
-- part of the query that asks; areas end with a slash, so that what begins with one lies within it.
CREATE OR REPLACE FUNCTION app.within(path text, areas text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  areas IS NULL OR path ^@ ANY (areas);

-- Units below (and including) a path, today. A plain range on one index.
CREATE OR REPLACE FUNCTION app.subtree(p text) RETURNS TABLE (unit_id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT unit_id FROM unit_span WHERE path >= p COLLATE "C" AND path < (p || '~') COLLATE "C" AND valid_from <= app.today() AND (is_last OR app.today() < valid_to) $$;

-- Which roles may do what stands behind a door of the database (0245): one meaning with domain/access/permissions.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.roles_for(p_permission text) RETURNS role[] LANGUAGE sql IMMUTABLE RETURN
  CASE p_permission
    WHEN 'sensitive.see' THEN '{province_official,commune_official}'
    WHEN 'own-data.export' THEN '{province_official,commune_official}'
    WHEN 'merging.merge' THEN '{province_official,commune_official}'
    WHEN 'people.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'exports.persons' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'messages.tell' THEN '{province_official,commune_official,sub_association_head,trainer}'
    WHEN 'imports.members' THEN '{province_official,commune_official,sub_association_head}'
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

-- Notes that this transaction wrote nothing but what no kept reading shows (0328), if `p_commands` of its commands came before this one: NULL
-- where somebody else has counted them. Each number has one of 8192 places: nothing grows, and two hardly ever want the same.
CREATE OR REPLACE FUNCTION app.put_aside(p_commands int) RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = public, app, pg_temp AS $$
DECLARE mine bigint := pg_current_xact_id()::text::bigint; own_place smallint := mine & 8191;
BEGIN
  INSERT INTO app.aside AS a (place, xid) VALUES (own_place, mine) ON CONFLICT (place) DO UPDATE SET xid = mine WHERE a.xid <> mine;
  IF p_commands IS NOT NULL THEN
    UPDATE app.aside a SET xid = 0 WHERE a.place = own_place AND a.xid = mine AND a.cmin::text::int <> p_commands;
  END IF;
END $$;

-- Runs as a transaction ends whose first commands were so many, or that has said before the end where it was: one more, and it wrote something else.
CREATE OR REPLACE FUNCTION app.note_aside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.put_aside(coalesce(TG_ARGV[0]::int, (SELECT a.cmin::text::int + 1 FROM app.aside a WHERE a.place = pg_current_xact_id()::text::bigint & 8191)));
  RETURN NULL;
END $$;

-- Those that ended since, and wrote nothing else. A row that was brought here with a backup bears the number of another server: it was written by
-- another transaction than it says. Of more than 5,000 nobody looks one by one.
CREATE OR REPLACE FUNCTION app.asides(p_since bigint) RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE next bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
BEGIN
  IF p_since >= next OR next - p_since > 5000 THEN RETURN '{}'; END IF;
  RETURN coalesce((SELECT array_agg(a.xid) FROM app.aside a WHERE a.place = ANY (ARRAY (SELECT (x & 8191)::smallint FROM generate_series(p_since, next - 1) x))
    AND a.xid >= p_since AND a.xmin::text::bigint = a.xid & 4294967295), '{}');
END $$;
