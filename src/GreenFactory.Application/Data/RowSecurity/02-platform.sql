-- Tables of the platform, not of a municipality. A request sees its own municipality and nothing without a scope; background work finds all of them, and it alone
-- reads and writes the keys that protect cookies: a key of one's own among them would open every session.
call gf.protect('municipality');
call gf.let('municipality', 'select', $$ id = (select gf.municipality()) $$);
grant select on public.municipality to greenfactory_system;
create policy system_select on public.municipality for select to greenfactory_system using (true);

call gf.protect('clock_setting');
call gf.let('clock_setting', 'select', $$ (select gf.municipality()) is not null $$);
call gf.let('clock_setting', 'insert', $$ (select gf.municipality()) is not null $$);
call gf.let('clock_setting', 'update', $$ (select gf.municipality()) is not null $$);
grant select on public.clock_setting to greenfactory_system;
create policy system_select on public.clock_setting for select to greenfactory_system using (true);

call gf.protect('data_protection_keys');
grant select, insert on public.data_protection_keys to greenfactory_system;
create policy system_select on public.data_protection_keys for select to greenfactory_system using (true);
create policy system_insert on public.data_protection_keys for insert to greenfactory_system with check (true);

grant usage on all sequences in schema public to greenfactory_app;
