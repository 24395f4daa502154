-- Dry runs of rule-set versions: an administrator asks for one, background work fills it in, whoever oversees the city reads it.
call gf.protect('dry_run');
call gf.let_tenant('dry_run', 'select', $$ gf.oversees() $$);
call gf.let_tenant('dry_run', 'insert', $$ gf.at('Admin') and state = 'Running' $$);
call gf.let_tenant('dry_run', 'update', $$ gf.at('System') $$);

call gf.protect('dry_run_row');
call gf.let_case('dry_run_row', 'select', '{City,Admin,Audit,System}');
call gf.let_case('dry_run_row', 'insert', '{System}');
call gf.let_case('dry_run_row', 'update', '{System}');
