ALTER SERVER far VERSION '1.0' OPTIONS (DROP dbname, ADD "Odd one" 'it''s', SET host 'h', ADD port '1');
