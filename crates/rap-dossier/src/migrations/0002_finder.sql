-- Which part of the program found a statement: rules, model, or both. What older programs stored, rules had found.
ALTER TABLE statement ADD COLUMN finder TEXT NOT NULL DEFAULT 'rules';
