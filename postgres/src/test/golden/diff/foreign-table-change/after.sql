CREATE FOREIGN DATA WRAPPER files OPTIONS (debug 'true');
CREATE SERVER far FOREIGN DATA WRAPPER files;
CREATE FOREIGN TABLE logs (id bigint OPTIONS (pos '2', name 'n'), line text NOT NULL, at date DEFAULT now()) SERVER far OPTIONS (file 'b', header 'true');
