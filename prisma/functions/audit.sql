CREATE OR REPLACE FUNCTION app.audit_text(e audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT convert_to(jsonb_build_array(e.id, (extract(epoch FROM e.at) * 1000000)::bigint, e.actor_id, e.verb, e.action, e.subject_type, e.subject_id, e.unit_id, e.change, e.request_id, e.network)::text, 'UTF8') $$;

CREATE OR REPLACE FUNCTION app.audit_hash(prev bytea, pos bigint, e audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$ SELECT sha256(prev || int8send(pos) || app.audit_text(e)) $$;

-- Runs at commit (deferred), so the chain is in commit order, has no holes from rollbacks, and the lock is held only while committing.
CREATE OR REPLACE FUNCTION app.seal_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE last audit_seal;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit chain'));
  SELECT * INTO last FROM audit_seal ORDER BY position DESC LIMIT 1;
  INSERT INTO audit_seal (position, entry_id, hash) VALUES (coalesce(last.position, 0) + 1, NEW.id, app.audit_hash(coalesce(last.hash, ''::bytea), coalesce(last.position, 0) + 1, NEW));
  RETURN NULL;
END $$;

-- What is wrong with the chain: nothing, or rows. A cut tail shows only against an anchor kept elsewhere (snapshots carry one).
CREATE OR REPLACE FUNCTION app.verify_audit(anchor_position bigint DEFAULT NULL, anchor_hash bytea DEFAULT NULL) RETURNS TABLE (pos bigint, problem text) LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT s.position, 'hash differs' FROM (SELECT position, entry_id, hash, coalesce(lag(hash) OVER (ORDER BY position), ''::bytea) AS prev, lag(position) OVER (ORDER BY position) AS before FROM audit_seal) s LEFT JOIN audit_entry e ON e.id = s.entry_id
    WHERE e.id IS NULL OR s.hash <> app.audit_hash(s.prev, s.position, e) OR s.position <> coalesce(s.before, 0) + 1
  UNION ALL SELECT NULL, 'entry without a seal: ' || e.id FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE s.entry_id IS NULL
  UNION ALL SELECT anchor_position, 'tail is cut or rewritten' WHERE anchor_position IS NOT NULL AND NOT EXISTS (SELECT FROM audit_seal WHERE position = anchor_position AND hash = anchor_hash) $$;

-- Whether the transaction that wrote a row has been committed: not one that is under way, its own savepoints among them.
CREATE OR REPLACE FUNCTION app.is_committed(p_xid xid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT n.behind < 2147483648 AND n.behind <= n.next AND pg_xact_status((n.next - n.behind)::text::xid8) = 'committed'
  FROM (SELECT x.next, (x.next - p_xid::text::bigint) & 4294967295 AS behind FROM (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next) x) n $$;

-- Begins what entries of this very transaction will open: each takes the print of a key that whoever writes it keeps to herself, so that an
-- entry read in the trail opens nothing, and says how many rows it is for. A look says at once which row (p_asked).
CREATE OR REPLACE FUNCTION app.begin_openings(p_entries uuid[], p_key_print bytea, p_asked uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM app.opening WHERE entry_id IN (SELECT o.entry_id FROM app.opening o WHERE o.begun_at < now() - interval '2 hours' LIMIT 1000 FOR UPDATE SKIP LOCKED);
  INSERT INTO app.opening (entry_id, key_print, asked, rows_left)
    SELECT e.id, p_key_print, array_remove(ARRAY[a.row_id], NULL), CASE WHEN e.action IN ('exportPeople', 'exportParticipants', 'changeKeys') THEN coalesce((e.change ->> 'rows')::int, 0) ELSE 0 END
    FROM unnest(p_entries, p_asked) a (entry_id, row_id) JOIN audit_entry e ON e.id = a.entry_id WHERE NOT app.is_committed(e.xmin);
END $$;

-- Says which rows are read next by an entry that is for many, no more than are left of those it names. To be committed before a door is
-- asked: what was counted stays counted, and a reading that is taken back can only be of the same rows again.
CREATE OR REPLACE FUNCTION app.ask_rows(p_entry uuid, p_key bytea, p_rows uuid[]) RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE app.opening SET asked = p_rows[1:rows_left], rows_left = greatest(rows_left - cardinality(p_rows), 0)
  WHERE entry_id = p_entry AND key_print = sha256(p_key) AND rows_left > 0 RETURNING cardinality(asked) $$;

-- What a door is told of the entries that it is handed: of these actions, by this account, made lately, with their key, each once. Nothing in
-- a transaction that has written anything: so what is seen here stays, whatever becomes of the reader. A door that gives all at once has a name.
CREATE OR REPLACE FUNCTION app.opened(p_account uuid, p_entries uuid[], p_key bytea, p_actions text[], p_door text DEFAULT NULL) RETURNS TABLE (action text, subject_id uuid, change jsonb, asked uuid[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN RETURN; END IF;
  RETURN QUERY SELECT e.action, e.subject_id, e.change, o.asked FROM app.opening o JOIN audit_entry e ON e.id = o.entry_id
    WHERE o.entry_id = ANY (p_entries) AND o.key_print = sha256(p_key) AND e.actor_id IS NOT DISTINCT FROM p_account AND e.action = ANY (p_actions)
      AND e.at > now() - interval '2 hours' AND (p_door IS NULL OR p_door <> ALL (o.spent)) ORDER BY o.entry_id FOR UPDATE OF o;
  UPDATE app.opening o SET asked = CASE WHEN p_door IS NULL THEN '{}' ELSE o.asked END, spent = CASE WHEN p_door IS NULL THEN o.spent ELSE o.spent || p_door END
    WHERE o.entry_id = ANY (p_entries) AND o.key_print = sha256(p_key);
END $$;

-- A look at what stands behind a door: before its entry nothing was written, between that and its opening only what an opening forgets, and
-- before its seal nothing more. Of several women the first seal tells it of all; an entry of something else is told with what was changed.
CREATE OR REPLACE FUNCTION app.note_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE sealed bigint := (SELECT s.position FROM app.opening o JOIN audit_entry e ON e.id = o.entry_id JOIN audit_seal s ON s.entry_id = e.id
    WHERE o.entry_id = NEW.entry_id AND (e.cmin::text, o.cmin::text, s.cmin::text) = ('0', '2', '3'));
BEGIN
  IF sealed IS NOT NULL AND NOT EXISTS (SELECT FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id
    WHERE s.position = ANY (ARRAY (SELECT generate_series(sealed, (SELECT max(l.position) FROM audit_seal l)))) AND e.verb NOT IN ('read', 'exported'))
  THEN PERFORM app.put_aside(NULL); END IF;
  RETURN NULL;
END $$;
