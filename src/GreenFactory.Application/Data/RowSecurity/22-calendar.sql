-- Holidays and make-up working days: everybody counts by them, an administrator loads them year by year.
call gf.protect('calendar_day');
call gf.let_tenant('calendar_day', 'select', 'true');
call gf.let_tenant('calendar_day', 'insert', $$ gf.at('Admin') $$);
call gf.let_tenant('calendar_day', 'delete', $$ gf.at('Admin') $$);
