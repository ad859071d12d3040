CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1, y0, y1);
CREATE VIRTUAL TABLE search USING fts5(email, name, content = 'users', content_rowid = 'id');
