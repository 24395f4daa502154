-- Messages, announcements, outbox.
call gf.protect('message');
call gf.let_tenant('message', 'select', $$ user_id = (select gf.person()) $$);
call gf.let_tenant('message', 'insert', $$ gf.at('System') $$);
call gf.let_tenant('message', 'update', $$ user_id = (select gf.person()) $$);

call gf.protect('announcement');
call gf.let_tenant('announcement', 'select', $$ published_at <= gf.now() or gf.oversees() $$);
call gf.let_tenant('announcement', 'insert', $$ gf.at('City', 'Admin') $$);
call gf.let_tenant('announcement', 'update', $$ gf.at('City', 'Admin') $$);

call gf.protect('outbox_message');
call gf.let_tenant('outbox_message', 'select', $$ gf.at('System') $$);
-- Background work does what a row of the outbox says, so a desk that needs no session asks for letters and for notes to officers only, and nobody is admitted to an
-- organisation but by its own people. Only an administrator has a letter sent again that was given up.
call gf.let_tenant('outbox_message', 'insert', $$
  gf.at('System')
  or gf.at('Public') and kind = 'notify-desk'
  or gf.at('Account') and (kind = 'mail' or gf.person() is not null and kind in ('notify-desk', 'notify-person'))
  or gf.at('Apply') and kind <> 'send-again' and (kind <> 'admit-member' or (payload ->> 'organisationId')::uuid = any ((select gf.units())::uuid[]))
  or gf.at('Admin') and kind <> 'admit-member'
  or gf.at('District', 'Departments', 'City', 'Experts', 'Audit') and kind not in ('admit-member', 'send-again') $$);
call gf.let_tenant('outbox_message', 'update', $$ gf.at('System') $$);
