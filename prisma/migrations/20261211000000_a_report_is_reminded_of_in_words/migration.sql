-- Who reminds communes of a report may say it in her own words: they are kept with the reminder, as the first page shows them.
ALTER TABLE "reminder" ADD COLUMN     "text" TEXT;

SELECT app.guard('reminder');
