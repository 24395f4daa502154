-- Accounts, roles, districts, organisations.
call gf.protect('portal_user');
call gf.let_tenant('portal_user', 'select', $$ gf.at('Admin', 'Audit', 'System') or id = (select gf.person()) or id = (select gf.opened_account()) $$);
call gf.let_tenant('portal_user', 'insert', $$
  gf.at('Admin', 'System') or gf.at('Account') and id = (select gf.opened_account()) and not email_confirmed and not two_factor_enabled $$);
call gf.let_tenant('portal_user', 'update', $$ gf.at('Admin', 'System') or gf.at('Account') and (id = (select gf.person()) or id = (select gf.opened_account())) $$);

-- A request never sets a password or an address: the steps that prove who somebody is go over the role of background work. Of an account that is only opened, it
-- counts wrong passwords and no more.
create or replace function gf.keep_account() returns trigger language plpgsql as $$
declare
  counted constant text[] := array['access_failed_count', 'lockout_end', 'concurrency_stamp'];
begin
  if session_user = 'greenfactory_app' and (
       (new.id, new.municipality_id, new.user_name, new.normalized_user_name, new.email, new.normalized_email, new.email_confirmed, new.password_hash)
         is distinct from
       (old.id, old.municipality_id, old.user_name, old.normalized_user_name, old.email, old.normalized_email, old.email_confirmed, old.password_hash)
       or gf.at('Account') and new.id is distinct from gf.person() and to_jsonb(new) - counted <> to_jsonb(old) - counted) then
    raise exception 'an account is changed by whom it belongs to, its password and address by what a letter proves' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_account before update on public.portal_user for each row execute function gf.keep_account();

call gf.protect('user_login');
call gf.let('user_login', 'select', $$ exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.protect('user_claim');
call gf.let('user_claim', 'select', $$ exists (select 1 from public.portal_user u where u.id = user_id) $$);

-- Secrets of the second factor, encrypted by the portal. An account that is only opened lets its recovery codes be used up.
call gf.protect('user_token');
call gf.let('user_token', 'select', $$ gf.at('Account', 'Admin') and exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.let('user_token', 'insert', $$ (gf.at('Admin') or gf.at('Account') and user_id = gf.person()) and exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.let('user_token', 'update', $$
  (gf.at('Admin') or gf.at('Account') and (user_id = gf.person() or name = 'RecoveryCodes')) and exists (select 1 from public.portal_user u where u.id = user_id) $$);
call gf.let('user_token', 'delete', $$ (gf.at('Admin') or gf.at('Account') and user_id = gf.person()) and exists (select 1 from public.portal_user u where u.id = user_id) $$);

-- A session begins over the role of background work, once the person has proved who they are.
call gf.protect('user_session');
call gf.let_tenant('user_session', 'select', $$ user_id = (select gf.person()) or gf.at('Admin', 'System') $$);
call gf.let_tenant('user_session', 'insert', $$ gf.at('System') $$);
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
