-- What the database holds of the tables in prisma/schema/uploads.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- upload
ALTER TABLE upload ADD CONSTRAINT upload_hash CHECK ((octet_length(sha256) = 32));
ALTER TABLE upload ADD CONSTRAINT upload_received CHECK (((received >= 0) AND (received <= size)));
ALTER TABLE upload ADD CONSTRAINT upload_size CHECK (((size >= 1) AND (size <= 10000000)));

-- upload_part
ALTER TABLE upload_part ADD CONSTRAINT upload_part_bytes CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 524288)));
ALTER TABLE upload_part ADD CONSTRAINT upload_part_start CHECK ((start >= 0));
