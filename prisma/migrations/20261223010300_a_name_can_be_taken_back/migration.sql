-- Whoever agreed to be named in a piece may say no later.
ALTER TYPE naming_answer ADD VALUE 'taken_back';
