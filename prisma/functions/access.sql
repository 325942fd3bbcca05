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
