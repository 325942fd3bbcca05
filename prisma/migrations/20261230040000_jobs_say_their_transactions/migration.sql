-- expand: a job says in which transactions its last run was taken and ended, so that what is kept until anything is written stands through them.
ALTER TABLE job ADD COLUMN began_in bigint, ADD COLUMN ended_in bigint;
