-- Accounts, roles, districts, organisations.
call gf.protect('portal_user');
call gf.let_tenant('portal_user', 'select', $$ gf.at('Account', 'Admin', 'Audit', 'System') or id = (select gf.person()) $$);
call gf.let_tenant('portal_user', 'insert', $$ gf.at('Account', 'Admin', 'System') $$);
call gf.let_tenant('portal_user', 'update', $$ gf.at('Account', 'Admin', 'System') $$);

call gf.protect('user_login');
call gf.let('user_login', 'select', $$ exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.protect('user_claim');
call gf.let('user_claim', 'select', $$ exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.protect('user_token');
call gf.let('user_token', 'select', $$ gf.at('Account', 'Admin') and exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.let('user_token', 'insert', $$ gf.at('Account', 'Admin') and exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.let('user_token', 'update', $$ gf.at('Account', 'Admin') and exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.let('user_token', 'delete', $$ gf.at('Account', 'Admin') and exists (select 1 from public.portal_user u where u.id = user_id) $$);

call gf.protect('user_session');
call gf.let_tenant('user_session', 'select', $$ user_id = (select gf.person()) or gf.at('Admin', 'System') $$);
call gf.let_tenant('user_session', 'insert', $$ gf.at('Account') $$);
call gf.let_tenant('user_session', 'update', $$ gf.at('Account') and user_id = (select gf.person()) or gf.at('Admin', 'System') $$);

call gf.protect('district');
call gf.let_tenant('district', 'select', 'true');
call gf.let_tenant('district', 'insert', $$ gf.at('Admin') $$);
call gf.let_tenant('district', 'update', $$ gf.at('Admin') $$);

call gf.protect('department');
call gf.let_tenant('department', 'select', $$ gf.oversees() or gf.at('Departments') and id = any ((select gf.units())::uuid[]) or gf.at('District') and district_id = any ((select gf.units())::uuid[]) $$);
call gf.let_tenant('department', 'insert', $$ gf.at('Admin') $$);
call gf.let_tenant('department', 'update', $$ gf.at('Admin') $$);

call gf.protect('organisation');
call gf.let_tenant('organisation', 'select', $$
  gf.oversees()
  or gf.at('Apply') and id = any ((select gf.units())::uuid[])
  or gf.at('District') and district_id = any ((select gf.units())::uuid[])
  or gf.at('Departments', 'Experts') and exists (select 1 from public.declaration d where d.organisation_id = organisation.id) $$);
call gf.let_tenant('organisation', 'insert', $$ gf.at('Admin', 'System') or gf.at('District') and district_id = any ((select gf.units())::uuid[]) $$);
call gf.let_tenant('organisation', 'update', $$ gf.at('Admin', 'City', 'System') or gf.at('District') and district_id = any ((select gf.units())::uuid[]) $$);

call gf.protect('organisation_claim');
call gf.let_tenant('organisation_claim', 'select', $$
  gf.oversees() or gf.at('Account', 'Apply') and user_id = (select gf.person()) or gf.at('District') and district_id = any ((select gf.units())::uuid[]) $$);
call gf.let_tenant('organisation_claim', 'insert', $$ gf.at('Account', 'Apply') and user_id = (select gf.person()) and state = 'Pending' $$);
call gf.let_tenant('organisation_claim', 'update', $$ gf.at('District') and district_id = any ((select gf.units())::uuid[]) $$);

call gf.protect('membership');
call gf.let_tenant('membership', 'select', $$
  user_id = (select gf.person())
  or gf.oversees()
  or gf.at('Apply') and organisation_id = any ((select gf.units())::uuid[])
  or gf.at('District') and (district_id = any ((select gf.units())::uuid[]) or exists (select 1 from public.organisation o where o.id = organisation_id)) $$);
call gf.let_tenant('membership', 'insert', $$
  gf.at('Admin', 'System')
  or role in ('ApplicantEditor', 'ApplicantSigner') and (
       gf.at('Apply') and organisation_id = any ((select gf.units())::uuid[])
       or gf.at('District') and exists (select 1 from public.organisation o where o.id = organisation_id)) $$);
call gf.let_tenant('membership', 'update', $$
  gf.at('Admin', 'System')
  or role in ('ApplicantEditor', 'ApplicantSigner') and (
       gf.at('Apply') and organisation_id = any ((select gf.units())::uuid[])
       or gf.at('District') and exists (select 1 from public.organisation o where o.id = organisation_id)) $$);
