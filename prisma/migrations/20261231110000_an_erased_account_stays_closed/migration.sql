-- expand: an account is opened again by a command, and one whose woman was erased is by none.
ALTER TABLE "account" ADD CONSTRAINT "erased_stays_closed" CHECK ("email" NOT LIKE 'erased-%@erased.invalid' OR "disabled_at" IS NOT NULL);
