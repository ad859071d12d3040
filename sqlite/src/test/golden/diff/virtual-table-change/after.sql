CREATE VIRTUAL TABLE search USING fts5(a, b UNINDEXED, tokenize = "porter ascii");
