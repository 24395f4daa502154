-- Running numbers of cases: taken at the applicant's desk, never given back.
call gf.protect('case_number_counter');
call gf.let_tenant('case_number_counter', 'select', $$ gf.at('Apply') $$);
call gf.let_tenant('case_number_counter', 'insert', $$ gf.at('Apply') $$);
call gf.let_tenant('case_number_counter', 'update', $$ gf.at('Apply') $$);
