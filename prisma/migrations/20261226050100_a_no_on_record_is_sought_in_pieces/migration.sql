-- expand: who has lately said no to being named is found without going through all that was answered.
CREATE INDEX consent_name_refused ON consent (created_at) WHERE purpose = 'name_in_story' AND answer <> 'given';
