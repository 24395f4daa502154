-- Messages, announcements, outbox.
call gf.protect('message');
call gf.let_tenant('message', 'select', $$ user_id = (select gf.person()) $$);
call gf.let_tenant('message', 'insert', $$ not gf.at('Public', '') $$);
call gf.let_tenant('message', 'update', $$ user_id = (select gf.person()) $$);

call gf.protect('announcement');
call gf.let_tenant('announcement', 'select', $$ published_at <= gf.now() or gf.oversees() $$);
call gf.let_tenant('announcement', 'insert', $$ gf.at('City', 'Admin') $$);
call gf.let_tenant('announcement', 'update', $$ gf.at('City', 'Admin') $$);

call gf.protect('outbox_message');
call gf.let_tenant('outbox_message', 'select', $$ gf.at('System') $$);
-- Only an administrator has a letter sent again that was given up.
call gf.let_tenant('outbox_message', 'insert', $$ gf.desk() <> '' and (kind <> 'send-again' or gf.at('Admin')) $$);
call gf.let_tenant('outbox_message', 'update', $$ gf.at('System') $$);
