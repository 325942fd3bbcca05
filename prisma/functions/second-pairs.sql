-- Whether two accounts are of one person, as far as the portal can know (0262): tied to one record, one mailbox, or one telephone number.
CREATE OR REPLACE FUNCTION app.same_person(p_one uuid, p_other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH who AS (
    SELECT a.id, app.record_today(a.person_id) AS record, lower(regexp_replace(a.email, '\+[^@]*@', '@')) AS mailbox,
      array_remove(ARRAY[app.phone_print(a.phone), (SELECT p.phone_print FROM person p WHERE p.id = app.record_today(a.person_id))], NULL) AS numbers
    FROM account a WHERE a.id IN (p_one, p_other))
  SELECT p_one = p_other OR EXISTS (SELECT FROM who a JOIN who b ON a.id < b.id
    WHERE a.record = b.record OR a.mailbox = b.mailbox OR a.numbers && b.numbers) $$;

-- Which roles may be the second in what; a role of the administrator is agreed to by another one alone. One meaning with
-- domain/second-pairs/second-pair.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.seconds_for(p_action text, p_role role DEFAULT NULL) RETURNS role[] LANGUAGE sql IMMUTABLE RETURN
  CASE WHEN p_action IN ('erasePerson', 'undoImport', 'exportPersons') THEN '{province_official,commune_official}'
    WHEN p_action = 'giveRole' AND p_role = 'system_administrator' THEN '{system_administrator}'
    WHEN p_action IN ('giveRole', 'resetFactors', 'changeRule', 'changeKeys') THEN '{system_administrator,province_official}'
    ELSE '{}' END::role[];

-- From how many on something needs two today; NULL: one is enough.
CREATE OR REPLACE FUNCTION app.second_rule(p_action text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT r.from_count FROM second_pair_rule r WHERE r.action = p_action ORDER BY r.set_at DESC, r.id DESC LIMIT 1 $$;

-- Who may ever have been the second in what somebody asks, by the role that she would decide by. `apart`: neither gave the other the role that
-- she has, but where two gave it: whoever makes an account has its word. `lately`: the role or the account ended no longer than thirty days ago.
CREATE OR REPLACE FUNCTION app.seconds_of(p_action text, p_role role, p_unit uuid, p_asker uuid) RETURNS TABLE (grant_id uuid, account_id uuid, granted_at timestamptz, apart boolean, lately boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT g.id, g.account_id, g.granted_at, (g.request_id IS NOT NULL OR g.granted_by_id IS DISTINCT FROM p_asker)
      AND coalesce((SELECT bool_or(o.request_id IS NOT NULL OR o.granted_by_id IS DISTINCT FROM g.account_id) FROM role_grant o
        WHERE o.account_id = p_asker AND app.active_on(o.valid_from, o.valid_to, app.today())), true),
    (g.valid_to IS NULL OR g.valid_to > app.today() - 30) AND (a.disabled_at IS NULL OR a.disabled_at > now() - interval '30 days')
  FROM role_grant g JOIN account a ON a.id = g.account_id
  WHERE g.role = ANY (app.seconds_for(p_action, p_role)) AND (p_unit IS NULL OR EXISTS (
      SELECT FROM unit_span s JOIN unit_span t ON s.path ^@ t.path AND app.placed_today(t) WHERE s.unit_id = p_unit AND app.placed_today(s) AND t.unit_id = g.unit_id))
    AND NOT app.same_person(g.account_id, p_asker) $$;

-- Whether an account has a role today that may answer a request, at its place or above.
CREATE OR REPLACE FUNCTION app.is_second(p second_pair, p_account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM role_grant g JOIN account a ON a.id = g.account_id AND a.disabled_at IS NULL
    WHERE g.account_id = p_account AND g.role = ANY (app.seconds_for(p.action, p.role)) AND app.active_on(g.valid_from, g.valid_to, app.today())
      AND (p.unit_id IS NULL OR EXISTS (SELECT FROM unit_span s JOIN unit_span t ON t.unit_id = g.unit_id AND app.placed_today(t) AND s.path ^@ t.path WHERE s.unit_id = p.unit_id AND app.placed_today(s)))) $$;

-- Whether she may answer it: by a role that is older than what was asked, and apart from who asked. Where nobody is apart,
-- as in a portal whose one official invited all others, the age is enough.
CREATE OR REPLACE FUNCTION app.may_second(p second_pair, p_account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH s AS MATERIALIZED (SELECT o.* FROM app.seconds_of(p.action, p.role, p.unit_id, p.asked_by_id) o WHERE o.granted_at < p.asked_at)
  SELECT EXISTS (SELECT FROM s JOIN role_grant g ON g.id = s.grant_id JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
    WHERE s.account_id = p_account AND app.active_on(g.valid_from, g.valid_to, app.today()) AND (s.apart OR NOT EXISTS (SELECT FROM s o WHERE o.apart AND o.lately))) $$;

-- Of how many persons a list tells: a pair is two. With what the account took within a day without anybody's word: slices are one list.
CREATE OR REPLACE FUNCTION app.persons_taken(p_action text, p_rows int, p_account uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p_rows * CASE p_action WHEN 'exportPairs' THEN 2 ELSE 1 END + coalesce((
    SELECT sum((e.change->>'rows')::int * CASE e.action WHEN 'exportPairs' THEN 2 ELSE 1 END) FROM audit_entry e
    WHERE e.actor_id = p_account AND e.id > (lpad(to_hex((extract(epoch FROM now() - interval '1 day') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid AND e.verb = 'exported' AND e.action IN ('exportPeople', 'exportPairs', 'exportParticipants')
      AND e.change->>'requestId' IS NULL), 0)::int $$;

-- Whether an account needs somebody else's word for so many of something at a unit. Not where nobody else ever could give it: a new portal
-- has one administrator. Whoever closed the others' accounts gains nothing by it.
CREATE OR REPLACE FUNCTION app.second_needed(p_action text, p_account uuid, p_unit uuid, p_count int, p_role role DEFAULT NULL) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(p_count >= app.second_rule(p_action), false) AND (p_action = 'resetFactors' OR EXISTS (
    SELECT FROM unit_span s JOIN unit_span a ON s.path ^@ a.path AND app.placed_today(a) JOIN role_grant g ON g.unit_id = a.unit_id
    WHERE s.unit_id = p_unit AND app.placed_today(s) AND g.role = ANY (app.seconds_for(p_action, p_role)) AND NOT app.same_person(g.account_id, p_account))) $$;

-- Uses up the word of the second, once, for exactly what she agreed to. What needs none goes on without.
CREATE OR REPLACE FUNCTION app.take_second(p_pair uuid, p_action text, p_account uuid, p_unit uuid, p_count int, p_content jsonb, p_role role DEFAULT NULL) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF p_pair IS NULL AND NOT app.second_needed(p_action, p_account, p_unit, p_count, p_role) THEN RETURN; END IF;
  UPDATE second_pair SET done_at = now() WHERE id = p_pair AND action = p_action AND asked_by_id = p_account AND answer = 'agreed'
    AND done_at IS NULL AND expires_at > now() AND count >= p_count AND payload @> p_content;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'somebody else has to agree to %', p_action USING ERRCODE = 'check_violation', CONSTRAINT = 'second_pair_needed', HINT = 'second_pair_needed';
  END IF;
END $$;

-- What was asked is not changed, an answer is given once, in time, by somebody else who may. Who was erased is taken out of it: the address that
-- was invited, and words about her.
CREATE OR REPLACE FUNCTION app.hold_second_pair() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF num_nonnulls(NEW.answer, NEW.answered_by_id, NEW.answered_at, NEW.done_at) > 0 OR NEW.expires_at > now() + interval '73 hours' AND app.seconds_for(NEW.action, NEW.role) <> '{}' THEN
      RAISE EXCEPTION 'what is asked has no answer yet' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_pair_stays', HINT = 'second_pair_stays';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.action, NEW.asked_by_id, NEW.asked_at, NEW.unit_id, NEW.role, NEW.count, NEW.content_hash)
    IS DISTINCT FROM (OLD.action, OLD.asked_by_id, OLD.asked_at, OLD.unit_id, OLD.role, OLD.count, OLD.content_hash)
    OR NEW.payload NOT IN (OLD.payload, OLD.payload - 'address' - 'reason')
    OR OLD.answer IS NOT NULL AND (NEW.answer, NEW.answered_by_id, NEW.answered_at) IS DISTINCT FROM (OLD.answer, OLD.answered_by_id, OLD.answered_at)
    OR OLD.done_at IS NOT NULL AND NEW.done_at IS DISTINCT FROM OLD.done_at
    OR NEW.expires_at > OLD.expires_at AND NOT (OLD.answer IS NULL AND NEW.answer IS NOT DISTINCT FROM 'agreed' AND NEW.expires_at <= now() + interval '73 hours') THEN
    RAISE EXCEPTION 'what was asked stays as it was asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_pair_stays', HINT = 'second_pair_stays';
  END IF;
  IF OLD.answer IS NULL AND NEW.answer = 'agreed' THEN
    IF OLD.expires_at <= now() THEN
      RAISE EXCEPTION 'the request is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_pair_over', HINT = 'second_pair_over';
    END IF;
    IF coalesce(app.same_person(NEW.asked_by_id, NEW.answered_by_id), true) THEN
      RAISE EXCEPTION 'the same person asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_pair_same_person', HINT = 'second_pair_same_person';
    END IF;
    IF NOT app.is_second(NEW, NEW.answered_by_id) THEN
      RAISE EXCEPTION 'no right to agree to it' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_pair_no_right', HINT = 'second_pair_no_right';
    END IF;
    IF NOT app.may_second(NEW, NEW.answered_by_id) THEN
      RAISE EXCEPTION 'one gave the other her role, or it is younger than the request' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_pair_not_apart', HINT = 'second_pair_not_apart';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- A person is erased by one with the word of another, in just those records that she agreed to; done again after a restore, by nobody.
CREATE OR REPLACE FUNCTION app.erase_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NEW.done_by_id IS NOT NULL THEN
    PERFORM app.take_second(NEW.request_id, 'erasePerson', NEW.done_by_id, (SELECT p.keeper_unit_id FROM person p WHERE p.id = NEW.person_id), 1,
      jsonb_build_object('personId', NEW.person_id, 'records', (SELECT jsonb_agg(jsonb_build_object('id', r.id)) FROM app.records_of(NEW.person_id) r)));
  END IF;
  RETURN NEW;
END $$;

-- Roles above the commune, also where one is made to last longer. Whoever takes up an invitation has what two agreed to when it was written.
-- A role whose work is the whole city is given there alone (0351): below it nobody would be asked, and it would reach as far.
CREATE OR REPLACE FUNCTION app.grant_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.account_id, NEW.role, NEW.unit_id) = (OLD.account_id, OLD.role, OLD.unit_id) AND NEW.valid_from >= OLD.valid_from
    AND coalesce(NEW.valid_to, 'infinity') <= coalesce(OLD.valid_to, 'infinity') AND (NEW.revoked_at IS NOT NULL OR OLD.revoked_at IS NULL) THEN
    RETURN NEW;
  END IF;
  IF NEW.granted_by_id IS NOT NULL AND NEW.role IN ('system_administrator', 'province_official') AND (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) <> 'province' THEN
    RAISE EXCEPTION 'a role of the whole city is given at the city alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_of_whole_city', HINT = 'role_of_whole_city';
  END IF;
  IF NEW.granted_by_id IS NULL OR (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) <> 'province'
    OR EXISTS (SELECT FROM invitation i WHERE i.accepted_by_id = NEW.account_id AND i.role = NEW.role AND i.unit_id = NEW.unit_id AND i.accepted_at >= now() - interval '1 minute') THEN
    RETURN NEW;
  END IF;
  PERFORM app.take_second(NEW.request_id, 'giveRole', NEW.granted_by_id, NEW.unit_id, 1, jsonb_build_object('accountId', NEW.account_id, 'role', NEW.role, 'unitId', NEW.unit_id), NEW.role);
  RETURN NEW;
END $$;

-- An invitation to such a role. Its address is taken out with whoever is erased: that gives nobody a role, and uses up no word.
CREATE OR REPLACE FUNCTION app.invite_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.address = 'erased' AND (NEW.role, NEW.unit_id) IS NOT DISTINCT FROM (OLD.role, OLD.unit_id) THEN RETURN NEW; END IF;
  IF (TG_OP = 'INSERT' OR (NEW.role, NEW.unit_id) IS DISTINCT FROM (OLD.role, OLD.unit_id)) AND NEW.role IN ('system_administrator', 'province_official') AND (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) <> 'province' THEN
    RAISE EXCEPTION 'a role of the whole city is given at the city alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_of_whole_city', HINT = 'role_of_whole_city';
  END IF;
  IF (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) = 'province' THEN
    PERFORM app.take_second(NEW.request_id, 'giveRole', NEW.invited_by_id, NEW.unit_id, 1, jsonb_build_object('address', NEW.address, 'role', NEW.role, 'unitId', NEW.unit_id), NEW.role);
  END IF;
  RETURN NEW;
END $$;

-- An import is taken back with the word of another where it wrote many records.
CREATE OR REPLACE FUNCTION app.undo_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.take_second(NEW.undo_request_id, 'undoImport', NEW.undone_by_id, NEW.unit_id,
    (SELECT count(*)::int FROM import_row r WHERE r.batch_id = NEW.id AND r.outcome = 'done'), jsonb_build_object('batchId', NEW.id));
  RETURN NEW;
END $$;

-- A list that names many persons leaves with the word of another: its entry of the trail says how many, and opens their numbers (0246). With a
-- word it may have grown by a twentieth since it was asked for.
CREATE OR REPLACE FUNCTION app.export_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE pair uuid := (NEW.change->>'requestId')::uuid;
  persons int := (NEW.change->>'rows')::int * CASE NEW.action WHEN 'exportPairs' THEN 2 ELSE 1 END;
BEGIN
  PERFORM app.take_second(pair, 'exportPersons', NEW.actor_id, NEW.unit_id,
    CASE WHEN pair IS NULL THEN app.persons_taken(NEW.action, (NEW.change->>'rows')::int, NEW.actor_id) ELSE ceil(persons / 1.05)::int END, jsonb_build_object('list', NEW.action));
  RETURN NEW;
END $$;

-- A rule that asks for two is made stricter by one, and looser by two.
CREATE OR REPLACE FUNCTION app.rule_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE before int := app.second_rule(NEW.action);
BEGIN
  IF NEW.set_by_id IS NOT NULL AND before IS NOT NULL AND (NEW.from_count IS NULL OR NEW.from_count > before) THEN
    PERFORM app.take_second(NEW.request_id, 'changeRule', NEW.set_by_id, (SELECT u.id FROM unit u JOIN role_grant g ON g.unit_id = u.id WHERE u.level = 'province' AND g.account_id = NEW.set_by_id ORDER BY g.id LIMIT 1), 1,
      jsonb_build_object('action', NEW.action, 'fromCount', NEW.from_count));
  END IF;
  RETURN NEW;
END $$;
