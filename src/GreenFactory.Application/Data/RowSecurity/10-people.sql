-- Accounts, roles, districts, organisations.
call gf.protect('portal_user');
call gf.let_tenant('portal_user', 'select', $$ gf.at('Admin', 'Audit', 'System') or id = (select gf.person()) or id = (select gf.opened_account()) $$);
call gf.let_tenant('portal_user', 'insert', $$
  gf.at('Admin', 'System') or gf.at('Account') and id = (select gf.opened_account()) and not email_confirmed and not two_factor_enabled $$);
call gf.let_tenant('portal_user', 'update', $$ gf.at('Admin', 'System') or gf.at('Account') and (id = (select gf.person()) or id = (select gf.opened_account())) $$);

-- A request never sets a password or an address: the steps that prove who somebody is go over the role of background work. An account
-- that is only opened stays as it is.
create or replace function gf.keep_account() returns trigger language plpgsql as $$
begin
  if session_user = 'greenfactory_app' and (
       (new.id, new.municipality_id, new.user_name, new.normalized_user_name, new.email, new.normalized_email, new.email_confirmed, new.password_hash)
         is distinct from
       (old.id, old.municipality_id, old.user_name, old.normalized_user_name, old.email, old.normalized_email, old.email_confirmed, old.password_hash)
       or gf.at('Account') and new.id is distinct from gf.person()) then
    raise exception 'an account is changed by whom it belongs to, its password and address by what a letter proves' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_account before update on public.portal_user for each row execute function gf.keep_account();

call gf.protect('user_login');
call gf.let('user_login', 'select', $$ gf.sees_account(user_id) $$);
call gf.protect('user_claim');
call gf.let('user_claim', 'select', $$ gf.sees_account(user_id) $$);

-- Secrets of the second factor, encrypted by the portal. An account that is only opened lets its recovery codes be used up.
call gf.protect('user_token');
call gf.let('user_token', 'select', $$ gf.at('Account', 'Admin') and gf.sees_account(user_id) $$);
call gf.let('user_token', 'insert', $$ (gf.at('Admin') or gf.at('Account') and user_id = gf.person()) and gf.sees_account(user_id) $$);
call gf.let('user_token', 'update', $$
  (gf.at('Admin') or gf.at('Account') and (user_id = gf.person() or name = 'RecoveryCodes')) and gf.sees_account(user_id) $$);
call gf.let('user_token', 'delete', $$ (gf.at('Admin') or gf.at('Account') and user_id = gf.person()) and gf.sees_account(user_id) $$);

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
call gf.let_tenant('department', 'select', $$ gf.oversees() or id = any ((select gf.units_at('Departments'))::uuid[]) or district_id = any ((select gf.units_at('District'))::uuid[]) $$);
call gf.let_tenant('department', 'insert', $$ gf.at('Admin') $$);
call gf.let_tenant('department', 'update', $$ gf.at('Admin') $$);

call gf.protect('organisation');
call gf.let_tenant('organisation', 'select', $$
  gf.oversees()
  or id = any ((select gf.units_at('Apply'))::uuid[])
  or district_id = any ((select gf.units_at('District'))::uuid[])
  or gf.at('Departments', 'Experts') and gf.works_on(id) $$);
call gf.let_tenant('organisation', 'insert', $$ gf.at('Admin', 'System') or district_id = any ((select gf.units_at('District'))::uuid[]) $$);
call gf.let_tenant('organisation', 'update', $$ gf.at('Admin', 'City', 'System') or district_id = any ((select gf.units_at('District'))::uuid[]) $$);

call gf.protect('organisation_claim');
call gf.let_tenant('organisation_claim', 'select', $$
  gf.oversees() or gf.at('Account', 'Apply') and user_id = (select gf.person()) or district_id = any ((select gf.units_at('District'))::uuid[]) $$);
call gf.let_tenant('organisation_claim', 'insert', $$ gf.at('Account', 'Apply') and user_id = (select gf.person()) and state = 'Pending' $$);
call gf.let_tenant('organisation_claim', 'update', $$ district_id = any ((select gf.units_at('District'))::uuid[]) $$);

call gf.protect('membership');
call gf.let_tenant('membership', 'select', $$
  user_id = (select gf.person())
  or gf.oversees()
  or organisation_id = any ((select gf.units_at('Apply'))::uuid[])
  or district_id = any ((select gf.units_at('District'))::uuid[])
  or gf.at('District') and gf.district_has(organisation_id) $$);
call gf.let_tenant('membership', 'insert', $$
  gf.at('Admin', 'System')
  or role in ('ApplicantEditor', 'ApplicantSigner') and (
       organisation_id = any ((select gf.units_at('Apply'))::uuid[])
       or gf.district_has(organisation_id)) $$);
call gf.let_tenant('membership', 'update', $$
  gf.at('Admin', 'System')
  or role in ('ApplicantEditor', 'ApplicantSigner') and (
       organisation_id = any ((select gf.units_at('Apply'))::uuid[])
       or gf.district_has(organisation_id)) $$);

-- Who is signed in, with the memberships that hold now, one a row, and notes that the session was used. Reads nothing but what belongs to the person that the scope was
-- entered for, and only while the session is not older than the program allows.
create or replace function gf.signed_in(session uuid, moment timestamptz, oldest timestamptz)
returns table (person_name text, has_second_factor boolean, must_set_up_second_factor boolean, unread integer, role text, unit uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  who constant uuid := gf.person();
  seen timestamptz;
begin
  select s.last_seen_at into seen from public.user_session s
  where s.id = session and s.user_id = who and s.municipality_id = gf.municipality() and s.ended_at is null and s.started_at > oldest;
  if not found then
    return;
  end if;
  if moment - seen > interval '5 minutes' then
    update public.user_session s set last_seen_at = moment where s.id = session;
  end if;
  return query
    select u.person_name::text, u.two_factor_enabled, u.must_set_up_second_factor,
           (select count(*)::int from public.message m where m.user_id = who and m.read_at is null),
           m.role::text, coalesce(m.organisation_id, m.district_id, m.department_id)
    from public.portal_user u left join public.membership m on m.user_id = u.id and m.municipality_id = u.municipality_id and m.ended_at is null
    where u.id = who;
end $$;
revoke all on function gf.signed_in(uuid, timestamptz, timestamptz) from public;
grant execute on function gf.signed_in(uuid, timestamptz, timestamptz) to greenfactory_app;
