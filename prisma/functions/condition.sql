-- Somebody rang: an account, or a network of people who are not signed in. What is unseen grows; once somebody has seen to it, the next one is new.
CREATE OR REPLACE FUNCTION app.note_alarm(p_kind alarm_kind, p_account uuid, p_network text, p_count int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO alarm AS a (id, kind, account_id, network, count) VALUES (app.uuid7(), p_kind, p_account, p_network, p_count)
  ON CONFLICT (kind, coalesce(account_id::text, network)) WHERE seen_at IS NULL
  DO UPDATE SET count = greatest(a.count, excluded.count), last_at = now() $$;
