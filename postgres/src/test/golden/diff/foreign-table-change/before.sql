CREATE FOREIGN DATA WRAPPER files OPTIONS (debug 'true');
CREATE SERVER far FOREIGN DATA WRAPPER files;
CREATE FOREIGN TABLE logs (id integer OPTIONS (pos '1'), line text) SERVER far OPTIONS (file 'a', format 'csv');
