-- Who can see a person's record shows a second factor. What a session was asked, devices on which it is not asked for a while, and since when
-- the portal knows second factors are rows: a portal that had an administrator before has its days of grace from now on.
CREATE TABLE "factor_challenge" (
  "session_id" UUID NOT NULL,
  "kind" "factor_kind" NOT NULL,
  "secret" BYTEA NOT NULL,
  "key_id" UUID,
  "expires_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "factor_challenge_pkey" PRIMARY KEY ("session_id", "kind"),
  CONSTRAINT "factor_challenge_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "account_session"("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "factor_challenge_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "encryption_key"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "sealed_secret" CHECK (("kind" = 'totp') = ("key_id" IS NOT NULL))
);

CREATE TABLE "remembered_device" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "agent" TEXT,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "last_used_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "remembered_device_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "remembered_device_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "remembered_device_hash" CHECK (octet_length(token_hash) = 32)
);
CREATE UNIQUE INDEX "remembered_device_token_hash_key" ON "remembered_device"("token_hash");
CREATE INDEX "remembered_device_account_id_idx" ON "remembered_device"("account_id");

CREATE TABLE "second_factor_start" (
  "id" BOOLEAN NOT NULL DEFAULT true,
  "began_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "second_factor_start_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "one_start" CHECK (id)
);
INSERT INTO second_factor_start (id) SELECT true WHERE EXISTS (SELECT FROM role_grant WHERE role = 'system_administrator');

-- one app of codes each, sealed; a passkey has no secret of ours, and is found by its credential
CREATE UNIQUE INDEX one_totp ON second_factor (account_id) WHERE kind = 'totp';
ALTER TABLE second_factor ADD CONSTRAINT sealed_secret CHECK ((kind = 'totp') = (key_id IS NOT NULL)),
  ADD CONSTRAINT known_credential CHECK ((kind = 'passkey') = (credential_id IS NOT NULL));
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_hash CHECK (octet_length(code_hash) = 32);
CREATE INDEX second_pair_open ON second_pair (action, expires_at) WHERE answer IS NULL;

SELECT app.guard('factor_challenge');
SELECT app.guard('remembered_device');
SELECT app.guard('second_factor_start');
GRANT SELECT, INSERT, UPDATE, DELETE ON factor_challenge, remembered_device TO portal_app;
GRANT SELECT, INSERT ON second_factor_start TO portal_app;
