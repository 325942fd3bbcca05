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

-- The entry of the trail by which something is opened: of one of these actions, made lately, and kept whatever becomes of the reader.
CREATE OR REPLACE FUNCTION app.kept_entry(p_entry uuid, p_actions text[]) RETURNS SETOF audit_entry LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT e.* FROM audit_entry e WHERE e.id = p_entry AND e.action = ANY (p_actions) AND e.at > now() - interval '2 hours' AND app.is_committed(e.xmin) $$;
