-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('system_administrator', 'province_official', 'viewer', 'editor', 'commune_official', 'sub_association_head', 'trainer');

-- CreateEnum
CREATE TYPE "factor_kind" AS ENUM ('totp', 'passkey');

-- CreateEnum
CREATE TYPE "article_kind" AS ENUM ('news', 'story', 'alert', 'guide', 'page');

-- CreateEnum
CREATE TYPE "edition_state" AS ENUM ('draft', 'submitted', 'returned', 'approved', 'superseded');

-- CreateEnum
CREATE TYPE "edition_decision_kind" AS ENUM ('submitted', 'returned', 'approved', 'forced', 'unscheduled');

-- CreateEnum
CREATE TYPE "publication_end" AS ENUM ('superseded', 'withdrawn', 'expired', 'consent_withdrawn');

-- CreateEnum
CREATE TYPE "coverage_reading" AS ENUM ('tied', 'both', 'family', 'pair');

-- CreateEnum
CREATE TYPE "indicator_unit" AS ENUM ('percent', 'count', 'hours');

-- CreateEnum
CREATE TYPE "model_kind" AS ENUM ('digital_womens_club', 'digital_sub_association', 'one_plus_one_instructor', 'digital_family');

-- CreateEnum
CREATE TYPE "model_status_name" AS ENUM ('planned', 'active', 'paused', 'ended');

-- CreateEnum
CREATE TYPE "board_office" AS ENUM ('head', 'deputy', 'member', 'secretary');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('previewed', 'applied', 'undone', 'discarded');

-- CreateEnum
CREATE TYPE "row_verdict" AS ENUM ('create', 'same', 'update', 'error');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('ready', 'sent', 'failed', 'discarded');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('email', 'sms', 'zalo', 'web_push');

-- CreateEnum
CREATE TYPE "skill_mark" AS ENUM ('saw_it', 'with_help', 'alone');

-- CreateEnum
CREATE TYPE "membership_kind" AS ENUM ('member', 'core', 'honorary');

-- CreateEnum
CREATE TYPE "office_title" AS ENUM ('chair', 'vice_chair', 'standing_member', 'committee_member', 'full_time_official', 'sub_association_head', 'sub_association_deputy', 'group_head', 'group_deputy');

-- CreateEnum
CREATE TYPE "network_kind" AS ENUM ('community_digital_team', 'public_opinion_collaborator', 'knowledge_sharing_group');

-- CreateEnum
CREATE TYPE "consent_purpose" AS ENUM ('record_keeping', 'sensitive_data', 'image', 'name_in_story', 'contact', 'open_roster');

-- CreateEnum
CREATE TYPE "consent_answer" AS ENUM ('given', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('paper', 'in_person', 'phone', 'web', 'zalo');

-- CreateEnum
CREATE TYPE "sensitive_field_name" AS ENUM ('ethnicity', 'priority_groups', 'disability', 'religion');

-- CreateEnum
CREATE TYPE "request_answer" AS ENUM ('agreed', 'declined');

-- CreateEnum
CREATE TYPE "period_kind" AS ENUM ('month', 'quarter', 'half_year', 'year');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('draft', 'submitted', 'returned', 'accepted', 'locked');

-- CreateEnum
CREATE TYPE "report_action_kind" AS ENUM ('submitted', 'returned', 'accepted', 'locked', 'reopened');

-- CreateEnum
CREATE TYPE "skill_level" AS ENUM ('basic', 'intermediate', 'advanced');

-- CreateEnum
CREATE TYPE "delivery_mode" AS ENUM ('in_person', 'online', 'mixed', 'unit_meeting');

-- CreateEnum
CREATE TYPE "session_state" AS ENUM ('proposed', 'approved', 'refused', 'cancelled', 'held');

-- CreateEnum
CREATE TYPE "session_decision_kind" AS ENUM ('approved', 'refused', 'cancelled', 'held', 'moved');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('officials', 'heads_and_deputies', 'members', 'priority_groups', 'everyone');

-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('confirmed', 'waiting', 'offered', 'declined', 'expired', 'cancelled', 'merged');

-- CreateEnum
CREATE TYPE "enrolment_origin" AS ENUM ('public_page', 'official', 'group', 'walk_in', 'topic_list');

-- CreateEnum
CREATE TYPE "attendance_mark" AS ENUM ('present', 'late', 'absent', 'taken_back');

-- CreateEnum
CREATE TYPE "attendance_event_kind" AS ENUM ('mark', 'settlement');

-- CreateEnum
CREATE TYPE "learned_level" AS ENUM ('saw_it', 'with_help', 'alone');

-- CreateEnum
CREATE TYPE "unit_level" AS ENUM ('province', 'commune', 'sub_association', 'group', 'affiliated');

-- CreateEnum
CREATE TYPE "unit_kind_name" AS ENUM ('province', 'city', 'commune', 'ward', 'special_zone', 'hamlet', 'neighbourhood', 'group', 'affiliated');

-- CreateEnum
CREATE TYPE "unit_change_kind" AS ENUM ('found', 'rename', 'change_kind', 'move', 'merge', 'split', 'close');

-- CreateEnum
CREATE TYPE "lineage_kind" AS ENUM ('merged_into', 'split_into', 'replaced_by');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "display_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "disabled_at" TIMESTAMPTZ(6),
    "disabled_by_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "granted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(6),
    "revoked_by_id" UUID,
    "reason" TEXT,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "end_reason" TEXT,
    "network" TEXT,
    "agent" TEXT,
    "second_factor_at" TIMESTAMPTZ(6),

    CONSTRAINT "account_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "address" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" UUID NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "accepted_by_id" UUID,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "factor_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "key_id" UUID,
    "credential_id" BYTEA,
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "account_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("account_id","code_hash")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(6),

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "second_pair" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "request_answer",
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "second_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "kind" "article_kind" NOT NULL,
    "unit_id" UUID NOT NULL,
    "subject_person_id" UUID,
    "subject_model_id" UUID,
    "review_on" DATE,
    "alert_until" TIMESTAMPTZ(6),
    "source_name" TEXT,
    "source_url" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_slug" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "since_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "article_slug_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "edition_state" NOT NULL DEFAULT 'draft',
    "change_note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_text" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "plain" TEXT NOT NULL,
    "easy_read" TEXT,
    "sha256" BYTEA,
    "search_key" TEXT,
    "translated_from_id" UUID,
    "translated_from_sha" BYTEA,
    "audio_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "edition_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_author" (
    "edition_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "wrote_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_author_pkey" PRIMARY KEY ("edition_id","account_id")
);

-- CreateTable
CREATE TABLE "edition_decision" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "kind" "edition_decision_kind" NOT NULL,
    "remark" TEXT,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID NOT NULL,

    CONSTRAINT "edition_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "text_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(6) NOT NULL,
    "planned_end" TIMESTAMPTZ(6),
    "published_at" TIMESTAMPTZ(6),
    "published_by_id" UUID,
    "ended_at" TIMESTAMPTZ(6),
    "ended_by_id" UUID,
    "end_reason" "publication_end",
    "notice" TEXT,
    "second_pair_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_topic" (
    "article_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,

    CONSTRAINT "article_topic_pkey" PRIMARY KEY ("article_id","skill_id")
);

-- CreateTable
CREATE TABLE "article_commune" (
    "article_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,

    CONSTRAINT "article_commune_pkey" PRIMARY KEY ("article_id","unit_id")
);

-- CreateTable
CREATE TABLE "remark" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "locale" TEXT,
    "anchor" TEXT,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by_id" UUID NOT NULL,
    "resolved_at" TIMESTAMPTZ(6),
    "resolved_by_id" UUID,

    CONSTRAINT "remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preview_link" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "verb" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "unit_id" UUID,
    "change" JSONB,
    "request_id" TEXT,
    "network" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "position" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "unit_of_measure" "indicator_unit" NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "numerator_vi" TEXT NOT NULL,
    "numerator_en" TEXT NOT NULL,
    "denominator_vi" TEXT NOT NULL,
    "denominator_en" TEXT NOT NULL,
    "known_gaps_vi" TEXT,
    "known_gaps_en" TEXT,
    "owner_unit_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_ruling" (
    "id" UUID NOT NULL,
    "reading" "coverage_reading" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "decision" TEXT NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coverage_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DECIMAL(12,2) NOT NULL,
    "reason" TEXT,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_keeping" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "declared_by_id" UUID,
    "declared_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "end_reason" TEXT,

    CONSTRAINT "record_keeping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digital_model" (
    "id" UUID NOT NULL,
    "kind" "model_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "search_key" TEXT,
    "slug" TEXT NOT NULL,
    "founded_on" DATE NOT NULL,
    "launched_on" DATE,
    "decision" TEXT,
    "pilot" BOOLEAN NOT NULL DEFAULT false,
    "copied_from_id" UUID,
    "charter" JSONB,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "digital_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_host" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "model_host_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_status" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "status" "model_status_name" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "model_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_member" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "model_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_household" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "model_household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_seat" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "office" "board_office" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "board_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criteria_list" (
    "id" UUID NOT NULL,
    "kind" "model_kind" NOT NULL,
    "edition" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "decided_by_id" UUID,

    CONSTRAINT "criteria_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label_vi" TEXT NOT NULL,
    "label_en" TEXT,
    "required" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_met" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "evidence" TEXT,
    "asset_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "judged_by_id" UUID,

    CONSTRAINT "criterion_met_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_activity" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "topic" TEXT NOT NULL,
    "people_reached" INTEGER,
    "note" TEXT,
    "asset_id" UUID,
    "session_id" UUID,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "model_activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guide_step" (
    "id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "asset_id" UUID,

    CONSTRAINT "guide_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guide_course" (
    "article_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,

    CONSTRAINT "guide_course_pkey" PRIMARY KEY ("article_id","course_id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" BYTEA NOT NULL,
    "columns" JSONB NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'previewed',
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_by_id" UUID NOT NULL,
    "applied_at" TIMESTAMPTZ(6),
    "applied_by_id" UUID,
    "undone_at" TIMESTAMPTZ(6),
    "undone_by_id" UUID,
    "purge_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "verdict" "row_verdict" NOT NULL,
    "reasons" TEXT[],
    "cells" JSONB NOT NULL,
    "subject_type" TEXT,
    "subject_id" UUID,
    "before" JSONB,
    "after_version" INTEGER,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","row_no")
);

-- CreateTable
CREATE TABLE "media_asset" (
    "id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "focal_x" DOUBLE PRECISION,
    "focal_y" DOUBLE PRECISION,
    "unit_id" UUID NOT NULL,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "media_asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_text" (
    "asset_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "caption" TEXT,

    CONSTRAINT "media_text_pkey" PRIMARY KEY ("asset_id","locale")
);

-- CreateTable
CREATE TABLE "media_person" (
    "asset_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "media_person_pkey" PRIMARY KEY ("asset_id","person_id")
);

-- CreateTable
CREATE TABLE "media_use" (
    "asset_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "use" TEXT NOT NULL,

    CONSTRAINT "media_use_pkey" PRIMARY KEY ("asset_id","text_id","use")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "recipient" TEXT,
    "enrolment_id" UUID,
    "account_id" UUID,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" "message_state" NOT NULL DEFAULT 'ready',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair" (
    "id" UUID NOT NULL,
    "instructor_id" UUID NOT NULL,
    "learner_id" UUID NOT NULL,
    "model_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "end_reason" TEXT,
    "outcome" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair_host" (
    "id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "pair_host_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair_tie" (
    "id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "tied_by_id" UUID,

    CONSTRAINT "pair_tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair_goal" (
    "id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "mark" "skill_mark",
    "marked_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pair_goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair_contact" (
    "id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "skill_id" UUID,
    "minutes" SMALLINT NOT NULL,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pair_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "full_name" TEXT,
    "search_key" TEXT,
    "name_order" TEXT,
    "birth_year" SMALLINT,
    "phone" TEXT,
    "address" TEXT,
    "keeper_unit_id" UUID NOT NULL,
    "merged_into_id" UUID,
    "erased_on" DATE,
    "import_batch_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" "membership_kind" NOT NULL DEFAULT 'member',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "end_reason" TEXT,
    "import_batch_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "title" "office_title" NOT NULL,
    "term_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network" (
    "id" UUID NOT NULL,
    "kind" "network_kind" NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_member" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "network_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "head_person_id" UUID NOT NULL,
    "name" TEXT,
    "size" SMALLINT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_member" (
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "household_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_text" (
    "id" UUID NOT NULL,
    "purpose" "consent_purpose" NOT NULL,
    "locale" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "purpose" "consent_purpose" NOT NULL,
    "asset_id" UUID,
    "use" TEXT,
    "answer" "consent_answer" NOT NULL,
    "channel" "channel" NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL,
    "until" DATE,
    "taken_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sensitive_field" (
    "person_id" UUID NOT NULL,
    "field" "sensitive_field_name" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sensitive_field_pkey" PRIMARY KEY ("person_id","field")
);

-- CreateTable
CREATE TABLE "encryption_key" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "encryption_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "not_same" (
    "person_a_id" UUID NOT NULL,
    "person_b_id" UUID NOT NULL,
    "digest_a" BYTEA NOT NULL,
    "digest_b" BYTEA NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID NOT NULL,

    CONSTRAINT "not_same_pkey" PRIMARY KEY ("person_a_id","person_b_id")
);

-- CreateTable
CREATE TABLE "person_merge" (
    "id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "absorbed_id" UUID NOT NULL,
    "choices" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "merged_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "merged_by_id" UUID NOT NULL,
    "agreed_by_id" UUID,
    "undone_at" TIMESTAMPTZ(6),
    "undone_by_id" UUID,

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_request" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "to_unit_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_by_id" UUID NOT NULL,
    "answer" "request_answer",
    "answered_at" TIMESTAMPTZ(6),
    "answered_by_id" UUID,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "done_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_by_id" UUID NOT NULL,
    "second_pair_id" UUID,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_period" (
    "id" UUID NOT NULL,
    "kind" "period_kind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "reporting_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "state" "report_state" NOT NULL DEFAULT 'draft',
    "comment_vi" TEXT,
    "comment_en" TEXT,
    "draft_text" JSONB,
    "snapshot_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_action" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" "report_action_kind" NOT NULL,
    "remark" TEXT,
    "snapshot_id" UUID,
    "taken_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_by_id" UUID,

    CONSTRAINT "report_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "taken_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_by_id" UUID,
    "tree_version" INTEGER NOT NULL,
    "reading" "coverage_reading" NOT NULL,
    "editions" JSONB NOT NULL,
    "row_count" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "audit_position" BIGINT,
    "audit_hash" BYTEA,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_row" (
    "snapshot_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "level" "unit_level" NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "unit_kind_name",
    "path" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "snapshot_row_pkey" PRIMARY KEY ("snapshot_id","unit_id")
);

-- CreateTable
CREATE TABLE "report_template" (
    "id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "asset_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired_on" DATE,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "level" "skill_level" NOT NULL,
    "minutes" INTEGER NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "audience" "audience" NOT NULL,
    "trainer_notes" TEXT,
    "retired_on" DATE,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_text" (
    "course_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "preconditions" TEXT,
    "slug" TEXT NOT NULL,

    CONSTRAINT "course_text_pkey" PRIMARY KEY ("course_id","locale")
);

-- CreateTable
CREATE TABLE "course_skill" (
    "course_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,

    CONSTRAINT "course_skill_pkey" PRIMARY KEY ("course_id","skill_id")
);

-- CreateTable
CREATE TABLE "course_material" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "asset_id" UUID,
    "position" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,

    CONSTRAINT "course_material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "venue" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search_key" TEXT,
    "address" TEXT,
    "seats" INTEGER,
    "step_free" BOOLEAN NOT NULL DEFAULT false,
    "screen" BOOLEAN NOT NULL DEFAULT false,
    "wifi" BOOLEAN NOT NULL DEFAULT false,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_series" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "skipped" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "session_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "venue_id" UUID,
    "series_id" UUID,
    "slug" TEXT NOT NULL,
    "mode" "delivery_mode" NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "all_day" BOOLEAN NOT NULL DEFAULT false,
    "seats" INTEGER NOT NULL,
    "audience" "audience" NOT NULL DEFAULT 'everyone',
    "language" TEXT NOT NULL DEFAULT 'vi',
    "notes" TEXT,
    "online_url" TEXT,
    "state" "session_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID,
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_trainer" (
    "session_id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "state" "session_state" NOT NULL,

    CONSTRAINT "session_trainer_pkey" PRIMARY KEY ("session_id","trainer_id")
);

-- CreateTable
CREATE TABLE "session_decision" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "kind" "session_decision_kind" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,

    CONSTRAINT "session_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT,
    "search_key" TEXT,
    "phone" TEXT,
    "unit_id" UUID,
    "access_need" TEXT,
    "origin" "enrolment_origin" NOT NULL,
    "state" "enrolment_state" NOT NULL,
    "seat_no" INTEGER,
    "arrival_no" INTEGER NOT NULL,
    "offered_at" TIMESTAMPTZ(6),
    "offer_until" TIMESTAMPTZ(6),
    "party_id" UUID,
    "ticket_hash" BYTEA,
    "consent_id" UUID,
    "merged_into_id" UUID,
    "erased_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_wait" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT,
    "phone" TEXT,
    "answered_by_session_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_wait_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "label" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_event" (
    "device_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "session_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "kind" "attendance_event_kind" NOT NULL DEFAULT 'mark',
    "mark" "attendance_mark" NOT NULL,
    "marked_at" TIMESTAMPTZ(6) NOT NULL,
    "clock_offset_ms" BIGINT NOT NULL DEFAULT 0,
    "marked_by_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "arrival" BIGSERIAL NOT NULL,
    "held_for_review" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "attendance_event_pkey" PRIMARY KEY ("device_id","sequence")
);

-- CreateTable
CREATE TABLE "attendance_review" (
    "device_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID NOT NULL,

    CONSTRAINT "attendance_review_pkey" PRIMARY KEY ("device_id","sequence")
);

-- CreateTable
CREATE TABLE "attendance" (
    "enrolment_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID,
    "mark" "attendance_mark",
    "witnesses" INTEGER NOT NULL,
    "conflict" BOOLEAN NOT NULL,
    "last_arrival" BIGINT NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("enrolment_id")
);

-- CreateTable
CREATE TABLE "learned_skill" (
    "enrolment_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "level" "learned_level" NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "learned_skill_pkey" PRIMARY KEY ("enrolment_id","skill_id")
);

-- CreateTable
CREATE TABLE "session_feedback" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "face" SMALLINT NOT NULL,
    "comment" TEXT,
    "given_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "enrolment_id" UUID,
    "topic_vi" TEXT NOT NULL,
    "topic_en" TEXT NOT NULL,
    "hours" DECIMAL(5,1) NOT NULL,
    "held_on" DATE NOT NULL,
    "issuer_vi" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_by_id" UUID NOT NULL,
    "expires_on" DATE,
    "revoked_at" TIMESTAMPTZ(6),
    "revoked_by_id" UUID,
    "revoked_reason" TEXT,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID,
    "session_id" UUID,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "feed_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "level" "unit_level" NOT NULL,
    "code" TEXT,
    "slug" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "grid_q" INTEGER,
    "grid_r" INTEGER,
    "remote" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_name" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search_key" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "decision" TEXT,

    CONSTRAINT "unit_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_kind" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" "unit_kind_name" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "decision" TEXT,

    CONSTRAINT "unit_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_parent" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "decision" TEXT,

    CONSTRAINT "unit_parent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_span" (
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "level" "unit_level" NOT NULL,
    "path" TEXT NOT NULL,
    "commune_id" UUID,
    "sub_association_id" UUID,
    "is_last" BOOLEAN NOT NULL,

    CONSTRAINT "unit_span_pkey" PRIMARY KEY ("unit_id","valid_from")
);

-- CreateTable
CREATE TABLE "unit_change" (
    "id" UUID NOT NULL,
    "kind" "unit_change_kind" NOT NULL,
    "effective_on" DATE NOT NULL,
    "decision" TEXT,
    "preview" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(6),
    "undone_by_id" UUID,

    CONSTRAINT "unit_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_lineage" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "kind" "lineage_kind" NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,

    CONSTRAINT "unit_lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tree_version" (
    "version" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "txid" BIGINT NOT NULL,

    CONSTRAINT "tree_version_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_phone_key" ON "account"("phone");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_unit_id_idx" ON "role_grant"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_session_token_hash_key" ON "account_session"("token_hash");

-- CreateIndex
CREATE INDEX "account_session_account_id_idx" ON "account_session"("account_id");

-- CreateIndex
CREATE INDEX "account_session_expires_at_idx" ON "account_session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_account_id_idx" ON "password_reset"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "second_factor_credential_id_key" ON "second_factor"("credential_id");

-- CreateIndex
CREATE INDEX "second_factor_account_id_idx" ON "second_factor"("account_id");

-- CreateIndex
CREATE INDEX "article_kind_idx" ON "article"("kind");

-- CreateIndex
CREATE INDEX "article_unit_id_idx" ON "article"("unit_id");

-- CreateIndex
CREATE INDEX "article_slug_article_id_idx" ON "article_slug"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_locale_slug_key" ON "article_slug"("locale", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "edition_article_id_number_key" ON "edition"("article_id", "number");

-- CreateIndex
CREATE INDEX "edition_text_translated_from_id_idx" ON "edition_text"("translated_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_text_edition_id_locale_key" ON "edition_text"("edition_id", "locale");

-- CreateIndex
CREATE INDEX "edition_decision_edition_id_decided_at_idx" ON "edition_decision"("edition_id", "decided_at");

-- CreateIndex
CREATE INDEX "publication_text_id_idx" ON "publication"("text_id");

-- CreateIndex
CREATE INDEX "publication_locale_published_at_idx" ON "publication"("locale", "published_at");

-- CreateIndex
CREATE INDEX "article_commune_unit_id_idx" ON "article_commune"("unit_id");

-- CreateIndex
CREATE INDEX "remark_edition_id_idx" ON "remark"("edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "preview_link_token_hash_key" ON "preview_link"("token_hash");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_at_idx" ON "audit_entry"("subject_type", "subject_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_unit_id_at_idx" ON "audit_entry"("unit_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entry_id_key" ON "audit_seal"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_code_edition_key" ON "indicator"("code", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "target_indicator_code_unit_id_year_key" ON "target"("indicator_code", "unit_id", "year");

-- CreateIndex
CREATE INDEX "record_keeping_unit_id_idx" ON "record_keeping"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "digital_model_slug_key" ON "digital_model"("slug");

-- CreateIndex
CREATE INDEX "digital_model_kind_idx" ON "digital_model"("kind");

-- CreateIndex
CREATE INDEX "digital_model_search" ON "digital_model" USING GIN ("search_key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "model_host_unit_id_idx" ON "model_host"("unit_id");

-- CreateIndex
CREATE INDEX "model_host_model_id_idx" ON "model_host"("model_id");

-- CreateIndex
CREATE INDEX "model_status_model_id_idx" ON "model_status"("model_id");

-- CreateIndex
CREATE INDEX "model_member_model_id_idx" ON "model_member"("model_id");

-- CreateIndex
CREATE INDEX "model_member_person_id_idx" ON "model_member"("person_id");

-- CreateIndex
CREATE INDEX "model_household_model_id_idx" ON "model_household"("model_id");

-- CreateIndex
CREATE INDEX "model_household_household_id_idx" ON "model_household"("household_id");

-- CreateIndex
CREATE INDEX "board_seat_model_id_idx" ON "board_seat"("model_id");

-- CreateIndex
CREATE INDEX "board_seat_person_id_idx" ON "board_seat"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_list_kind_edition_key" ON "criteria_list"("kind", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_list_id_position_key" ON "criterion"("list_id", "position");

-- CreateIndex
CREATE INDEX "criterion_met_model_id_idx" ON "criterion_met"("model_id");

-- CreateIndex
CREATE INDEX "model_activity_model_id_on_day_idx" ON "model_activity"("model_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "guide_step_text_id_position_key" ON "guide_step"("text_id", "position");

-- CreateIndex
CREATE INDEX "import_batch_unit_id_uploaded_at_idx" ON "import_batch"("unit_id", "uploaded_at");

-- CreateIndex
CREATE INDEX "media_asset_unit_id_idx" ON "media_asset"("unit_id");

-- CreateIndex
CREATE INDEX "media_asset_sha256_idx" ON "media_asset"("sha256");

-- CreateIndex
CREATE INDEX "media_person_person_id_idx" ON "media_person"("person_id");

-- CreateIndex
CREATE INDEX "media_use_text_id_idx" ON "media_use"("text_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_dedupe_key_key" ON "outbox_message"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_message_state_not_before_idx" ON "outbox_message"("state", "not_before");

-- CreateIndex
CREATE INDEX "pair_instructor_id_idx" ON "pair"("instructor_id");

-- CreateIndex
CREATE INDEX "pair_learner_id_idx" ON "pair"("learner_id");

-- CreateIndex
CREATE INDEX "pair_host_unit_id_idx" ON "pair_host"("unit_id");

-- CreateIndex
CREATE INDEX "pair_host_pair_id_idx" ON "pair_host"("pair_id");

-- CreateIndex
CREATE INDEX "pair_tie_model_id_idx" ON "pair_tie"("model_id");

-- CreateIndex
CREATE INDEX "pair_tie_pair_id_idx" ON "pair_tie"("pair_id");

-- CreateIndex
CREATE UNIQUE INDEX "pair_goal_pair_id_skill_id_key" ON "pair_goal"("pair_id", "skill_id");

-- CreateIndex
CREATE INDEX "pair_contact_pair_id_on_day_idx" ON "pair_contact"("pair_id", "on_day");

-- CreateIndex
CREATE INDEX "person_phone_idx" ON "person"("phone");

-- CreateIndex
CREATE INDEX "person_merged_into_id_idx" ON "person"("merged_into_id");

-- CreateIndex
CREATE INDEX "person_search" ON "person" USING GIN ("search_key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "person_register" ON "person"("keeper_unit_id", "name_order", "id");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "membership_unit_id_valid_to_idx" ON "membership"("unit_id", "valid_to");

-- CreateIndex
CREATE INDEX "term_unit_id_idx" ON "term"("unit_id");

-- CreateIndex
CREATE INDEX "office_person_id_idx" ON "office"("person_id");

-- CreateIndex
CREATE INDEX "office_unit_id_idx" ON "office"("unit_id");

-- CreateIndex
CREATE INDEX "network_unit_id_idx" ON "network"("unit_id");

-- CreateIndex
CREATE INDEX "network_member_person_id_idx" ON "network_member"("person_id");

-- CreateIndex
CREATE INDEX "network_member_network_id_idx" ON "network_member"("network_id");

-- CreateIndex
CREATE INDEX "household_unit_id_idx" ON "household"("unit_id");

-- CreateIndex
CREATE INDEX "household_head_person_id_idx" ON "household"("head_person_id");

-- CreateIndex
CREATE INDEX "household_member_person_id_idx" ON "household_member"("person_id");

-- CreateIndex
CREATE INDEX "household_member_household_id_idx" ON "household_member"("household_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_text_purpose_locale_edition_key" ON "consent_text"("purpose", "locale", "edition");

-- CreateIndex
CREATE INDEX "consent_person_id_purpose_answered_at_idx" ON "consent"("person_id", "purpose", "answered_at");

-- CreateIndex
CREATE INDEX "consent_asset_id_idx" ON "consent"("asset_id");

-- CreateIndex
CREATE INDEX "sensitive_field_key_id_idx" ON "sensitive_field"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "encryption_key_label_key" ON "encryption_key"("label");

-- CreateIndex
CREATE INDEX "person_merge_survivor_id_idx" ON "person_merge"("survivor_id");

-- CreateIndex
CREATE INDEX "person_merge_absorbed_id_idx" ON "person_merge"("absorbed_id");

-- CreateIndex
CREATE INDEX "person_request_to_unit_id_idx" ON "person_request"("to_unit_id");

-- CreateIndex
CREATE INDEX "erasure_person_id_idx" ON "erasure"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_period_kind_starts_on_key" ON "reporting_period"("kind", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "report_unit_id_period_id_key" ON "report"("unit_id", "period_id");

-- CreateIndex
CREATE INDEX "report_action_report_id_taken_at_idx" ON "report_action"("report_id", "taken_at");

-- CreateIndex
CREATE INDEX "snapshot_unit_id_as_of_idx" ON "snapshot"("unit_id", "as_of");

-- CreateIndex
CREATE INDEX "snapshot_row_unit_id_idx" ON "snapshot_row"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_template_form_edition_key" ON "report_template"("form", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "skill_code_key" ON "skill"("code");

-- CreateIndex
CREATE UNIQUE INDEX "course_code_key" ON "course"("code");

-- CreateIndex
CREATE UNIQUE INDEX "course_text_locale_slug_key" ON "course_text"("locale", "slug");

-- CreateIndex
CREATE INDEX "venue_unit_id_idx" ON "venue"("unit_id");

-- CreateIndex
CREATE INDEX "venue_search" ON "venue" USING GIN ("search_key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "session_slug_key" ON "session"("slug");

-- CreateIndex
CREATE INDEX "session_state_starts_at_idx" ON "session"("state", "starts_at");

-- CreateIndex
CREATE INDEX "session_unit_id_starts_at_idx" ON "session"("unit_id", "starts_at");

-- CreateIndex
CREATE INDEX "session_course_id_starts_at_idx" ON "session"("course_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_starts_at_ends_at_state_key" ON "session"("id", "starts_at", "ends_at", "state");

-- CreateIndex
CREATE INDEX "session_trainer_trainer_id_starts_at_idx" ON "session_trainer"("trainer_id", "starts_at");

-- CreateIndex
CREATE INDEX "session_decision_session_id_decided_at_idx" ON "session_decision"("session_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_ticket_hash_key" ON "enrolment"("ticket_hash");

-- CreateIndex
CREATE INDEX "enrolment_person_id_idx" ON "enrolment"("person_id");

-- CreateIndex
CREATE INDEX "enrolment_unit_id_idx" ON "enrolment"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_session_id_arrival_no_key" ON "enrolment"("session_id", "arrival_no");

-- CreateIndex
CREATE INDEX "topic_wait_course_id_unit_id_idx" ON "topic_wait"("course_id", "unit_id");

-- CreateIndex
CREATE INDEX "device_account_id_idx" ON "device"("account_id");

-- CreateIndex
CREATE INDEX "attendance_event_enrolment_id_idx" ON "attendance_event"("enrolment_id");

-- CreateIndex
CREATE INDEX "attendance_event_session_id_arrival_idx" ON "attendance_event"("session_id", "arrival");

-- CreateIndex
CREATE INDEX "attendance_session_id_idx" ON "attendance"("session_id");

-- CreateIndex
CREATE INDEX "attendance_person_id_idx" ON "attendance"("person_id");

-- CreateIndex
CREATE INDEX "session_feedback_session_id_idx" ON "session_feedback"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_code_key" ON "certificate"("code");

-- CreateIndex
CREATE INDEX "certificate_person_id_idx" ON "certificate"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "feed_token_token_hash_key" ON "feed_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "unit_no_key" ON "unit"("no");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "unit_slug_key" ON "unit"("slug");

-- CreateIndex
CREATE INDEX "unit_level_idx" ON "unit"("level");

-- CreateIndex
CREATE INDEX "unit_name_unit_id_valid_from_idx" ON "unit_name"("unit_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_name_search" ON "unit_name" USING GIN ("search_key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "unit_kind_unit_id_valid_from_idx" ON "unit_kind"("unit_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_parent_unit_id_valid_from_idx" ON "unit_parent"("unit_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_parent_parent_id_idx" ON "unit_parent"("parent_id");

-- CreateIndex
CREATE INDEX "unit_span_path_idx" ON "unit_span"("path");

-- CreateIndex
CREATE INDEX "unit_span_commune_id_level_idx" ON "unit_span"("commune_id", "level");

-- CreateIndex
CREATE INDEX "unit_change_effective_on_idx" ON "unit_change"("effective_on");

-- CreateIndex
CREATE INDEX "unit_lineage_successor_id_idx" ON "unit_lineage"("successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_lineage_predecessor_id_successor_id_on_day_key" ON "unit_lineage"("predecessor_id", "successor_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "tree_version_txid_key" ON "tree_version"("txid");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_disabled_by_id_fkey" FOREIGN KEY ("disabled_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "encryption_key"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "second_pair" ADD CONSTRAINT "second_pair_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "second_pair" ADD CONSTRAINT "second_pair_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_subject_person_id_fkey" FOREIGN KEY ("subject_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_subject_model_id_fkey" FOREIGN KEY ("subject_model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article_slug" ADD CONSTRAINT "article_slug_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edition_text" ADD CONSTRAINT "edition_text_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edition_text" ADD CONSTRAINT "edition_text_translated_from_id_fkey" FOREIGN KEY ("translated_from_id") REFERENCES "edition_text"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edition_text" ADD CONSTRAINT "edition_text_audio_id_fkey" FOREIGN KEY ("audio_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edition_author" ADD CONSTRAINT "edition_author_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edition_author" ADD CONSTRAINT "edition_author_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edition_decision" ADD CONSTRAINT "edition_decision_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edition_decision" ADD CONSTRAINT "edition_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "edition_text"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_second_pair_id_fkey" FOREIGN KEY ("second_pair_id") REFERENCES "second_pair"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article_commune" ADD CONSTRAINT "article_commune_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article_commune" ADD CONSTRAINT "article_commune_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "remark" ADD CONSTRAINT "remark_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "remark" ADD CONSTRAINT "remark_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "remark" ADD CONSTRAINT "remark_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_owner_unit_id_fkey" FOREIGN KEY ("owner_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "coverage_ruling" ADD CONSTRAINT "coverage_ruling_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "record_keeping" ADD CONSTRAINT "record_keeping_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "record_keeping" ADD CONSTRAINT "record_keeping_declared_by_id_fkey" FOREIGN KEY ("declared_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digital_model" ADD CONSTRAINT "digital_model_copied_from_id_fkey" FOREIGN KEY ("copied_from_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_host" ADD CONSTRAINT "model_host_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_host" ADD CONSTRAINT "model_host_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_status" ADD CONSTRAINT "model_status_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_status" ADD CONSTRAINT "model_status_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_member" ADD CONSTRAINT "model_member_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_member" ADD CONSTRAINT "model_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_household" ADD CONSTRAINT "model_household_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_household" ADD CONSTRAINT "model_household_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "board_seat" ADD CONSTRAINT "board_seat_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "board_seat" ADD CONSTRAINT "board_seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criteria_list" ADD CONSTRAINT "criteria_list_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "criteria_list"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion_met" ADD CONSTRAINT "criterion_met_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion_met" ADD CONSTRAINT "criterion_met_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion_met" ADD CONSTRAINT "criterion_met_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion_met" ADD CONSTRAINT "criterion_met_judged_by_id_fkey" FOREIGN KEY ("judged_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_activity" ADD CONSTRAINT "model_activity_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_activity" ADD CONSTRAINT "model_activity_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_activity" ADD CONSTRAINT "model_activity_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "model_activity" ADD CONSTRAINT "model_activity_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guide_step" ADD CONSTRAINT "guide_step_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "edition_text"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guide_step" ADD CONSTRAINT "guide_step_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guide_course" ADD CONSTRAINT "guide_course_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guide_course" ADD CONSTRAINT "guide_course_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_applied_by_id_fkey" FOREIGN KEY ("applied_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "media_asset" ADD CONSTRAINT "media_asset_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "media_asset" ADD CONSTRAINT "media_asset_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "media_text" ADD CONSTRAINT "media_text_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "media_person" ADD CONSTRAINT "media_person_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "media_person" ADD CONSTRAINT "media_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "media_use" ADD CONSTRAINT "media_use_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "media_use" ADD CONSTRAINT "media_use_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "edition_text"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_instructor_id_fkey" FOREIGN KEY ("instructor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_host" ADD CONSTRAINT "pair_host_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pair"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_host" ADD CONSTRAINT "pair_host_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_tie" ADD CONSTRAINT "pair_tie_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pair"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_tie" ADD CONSTRAINT "pair_tie_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "digital_model"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_tie" ADD CONSTRAINT "pair_tie_tied_by_id_fkey" FOREIGN KEY ("tied_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_goal" ADD CONSTRAINT "pair_goal_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pair"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_goal" ADD CONSTRAINT "pair_goal_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_contact" ADD CONSTRAINT "pair_contact_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pair"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_contact" ADD CONSTRAINT "pair_contact_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pair_contact" ADD CONSTRAINT "pair_contact_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_keeper_unit_id_fkey" FOREIGN KEY ("keeper_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "network_member" ADD CONSTRAINT "network_member_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "network_member" ADD CONSTRAINT "network_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_head_person_id_fkey" FOREIGN KEY ("head_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "consent_text"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sensitive_field" ADD CONSTRAINT "sensitive_field_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sensitive_field" ADD CONSTRAINT "sensitive_field_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "encryption_key"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sensitive_field" ADD CONSTRAINT "sensitive_field_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sensitive_field" ADD CONSTRAINT "sensitive_field_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "not_same" ADD CONSTRAINT "not_same_person_a_id_fkey" FOREIGN KEY ("person_a_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "not_same" ADD CONSTRAINT "not_same_person_b_id_fkey" FOREIGN KEY ("person_b_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "not_same" ADD CONSTRAINT "not_same_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_absorbed_id_fkey" FOREIGN KEY ("absorbed_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_request" ADD CONSTRAINT "person_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_request" ADD CONSTRAINT "person_request_to_unit_id_fkey" FOREIGN KEY ("to_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_request" ADD CONSTRAINT "person_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_request" ADD CONSTRAINT "person_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_second_pair_id_fkey" FOREIGN KEY ("second_pair_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_action" ADD CONSTRAINT "report_action_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_action" ADD CONSTRAINT "report_action_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_action" ADD CONSTRAINT "report_action_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot_row" ADD CONSTRAINT "snapshot_row_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot_row" ADD CONSTRAINT "snapshot_row_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_template" ADD CONSTRAINT "report_template_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "course_text" ADD CONSTRAINT "course_text_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "course_skill" ADD CONSTRAINT "course_skill_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "course_skill" ADD CONSTRAINT "course_skill_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "course_material" ADD CONSTRAINT "course_material_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "course_material" ADD CONSTRAINT "course_material_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "venue" ADD CONSTRAINT "venue_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venue"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "session_series"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session_trainer" ADD CONSTRAINT "session_trainer_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session_trainer" ADD CONSTRAINT "session_trainer_session_id_starts_at_ends_at_state_fkey" FOREIGN KEY ("session_id", "starts_at", "ends_at", "state") REFERENCES "session"("id", "starts_at", "ends_at", "state") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_decision" ADD CONSTRAINT "session_decision_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session_decision" ADD CONSTRAINT "session_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "topic_wait" ADD CONSTRAINT "topic_wait_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "topic_wait" ADD CONSTRAINT "topic_wait_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "topic_wait" ADD CONSTRAINT "topic_wait_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "topic_wait" ADD CONSTRAINT "topic_wait_answered_by_session_id_fkey" FOREIGN KEY ("answered_by_session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_review" ADD CONSTRAINT "attendance_review_device_id_sequence_fkey" FOREIGN KEY ("device_id", "sequence") REFERENCES "attendance_event"("device_id", "sequence") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_review" ADD CONSTRAINT "attendance_review_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "learned_skill" ADD CONSTRAINT "learned_skill_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "learned_skill" ADD CONSTRAINT "learned_skill_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "learned_skill" ADD CONSTRAINT "learned_skill_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session_feedback" ADD CONSTRAINT "session_feedback_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_name" ADD CONSTRAINT "unit_name_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_kind" ADD CONSTRAINT "unit_kind_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_parent" ADD CONSTRAINT "unit_parent_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_parent" ADD CONSTRAINT "unit_parent_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_span" ADD CONSTRAINT "unit_span_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_change" ADD CONSTRAINT "unit_change_applied_by_id_fkey" FOREIGN KEY ("applied_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_change" ADD CONSTRAINT "unit_change_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "unit_change"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


