CREATE FOREIGN DATA WRAPPER files OPTIONS (debug 'true');
CREATE SERVER far VERSION '1.0' FOREIGN DATA WRAPPER files OPTIONS (host 'h', port '1', "Odd one" 'it''s');
