CREATE FOREIGN DATA WRAPPER files OPTIONS (debug 'true');
CREATE SERVER far FOREIGN DATA WRAPPER files;
CREATE FOREIGN TABLE logs (id integer OPTIONS (pos '1') NOT NULL, line text COLLATE "C" DEFAULT 'x', CONSTRAINT positive CHECK (id > 0)) SERVER far OPTIONS (file 'a''b', format 'csv');
COMMENT ON FOREIGN TABLE logs IS 'lines';
COMMENT ON COLUMN logs.line IS 'one';
GRANT SELECT ON logs TO anon;
GRANT UPDATE (line) ON logs TO authenticated;
