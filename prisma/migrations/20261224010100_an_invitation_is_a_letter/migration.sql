-- An invitation goes out as a letter in a language, again under a new link where it did not arrive, and can be withdrawn.
ALTER TABLE invitation
  ADD COLUMN locale text NOT NULL DEFAULT 'vi',
  ADD COLUMN round integer NOT NULL DEFAULT 1,
  ADD COLUMN ended_at timestamptz(6);
ALTER TABLE invitation ADD CONSTRAINT known_locale CHECK (locale IN ('vi', 'en'));
ALTER TABLE invitation ADD CONSTRAINT round_counts CHECK (round >= 1);
SELECT app.guard('invitation');
-- those that a newer one has replaced
UPDATE invitation SET ended_at = expires_at WHERE accepted_at IS NULL AND expires_at <= now();
-- one link opens an account at an address
CREATE UNIQUE INDEX invitation_open ON invitation (address) WHERE accepted_at IS NULL AND ended_at IS NULL;
CREATE INDEX invitation_unit_id_idx ON invitation (unit_id);
