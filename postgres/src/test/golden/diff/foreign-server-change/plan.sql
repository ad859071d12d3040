ALTER SERVER far VERSION NULL OPTIONS (DROP "Odd one", DROP port, ADD dbname 'd', SET host 'h2');
