-- To be told of a class is a purpose of its own. (Alone in its migration: a new value can be used from the next transaction on.)
ALTER TYPE consent_purpose ADD VALUE IF NOT EXISTS 'topic_wait';
