-- Whoever wants to know what is published follows a commune, a topic, alerts or everything on her device (decision 0175): of her is kept
-- how the device is reached, sealed, and what it follows. What is told is told once, and what came of it stays as a count (0176).
-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "endpoint_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "pair" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reached_at" TIMESTAMPTZ(6),
    "refusals" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow" (
    "id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "commune_id" UUID,
    "topic_id" UUID,
    "alerts_alone" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_round" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),
    "addressed" INTEGER NOT NULL DEFAULT 0,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "push_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push" (
    "round_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "push_pkey" PRIMARY KEY ("round_id","subscription_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "subscription_endpoint_hash_key" ON "subscription"("endpoint_hash");

-- CreateIndex
CREATE INDEX "subscription_pair_locale_idx" ON "subscription"("pair", "locale");

-- CreateIndex
CREATE INDEX "follow_commune_id_idx" ON "follow"("commune_id");

-- CreateIndex
CREATE INDEX "follow_topic_id_idx" ON "follow"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_round_article_id_locale_key" ON "push_round"("article_id", "locale");

-- CreateIndex
CREATE INDEX "push_round_id_not_before_idx" ON "push"("round_id", "not_before");

-- CreateIndex
CREATE INDEX "push_subscription_id_idx" ON "push"("subscription_id");

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_commune_id_fkey" FOREIGN KEY ("commune_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "push_round" ADD CONSTRAINT "push_round_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "push_round"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE CASCADE ON UPDATE RESTRICT;


-- Twice the same is once, and so is everything.
CREATE UNIQUE INDEX follow_once ON follow (subscription_id, commune_id, topic_id, alerts_alone) NULLS NOT DISTINCT;
ALTER TABLE subscription ADD CONSTRAINT known_locale CHECK (locale IN ('vi', 'en'));
ALTER TABLE push_round ADD CONSTRAINT known_locale CHECK (locale IN ('vi', 'en'));
CREATE INDEX push_round_open ON push_round (begun_at) WHERE ended_at IS NULL;
CREATE INDEX push_round_newest ON push_round (begun_at DESC);
SELECT app.guard(tab) FROM unnest(ARRAY['subscription', 'follow', 'push_round', 'push']::regclass[]) tab;

GRANT SELECT, INSERT, UPDATE, DELETE ON subscription, follow, push TO portal_app;
GRANT SELECT, INSERT, UPDATE ON push_round TO portal_app;
