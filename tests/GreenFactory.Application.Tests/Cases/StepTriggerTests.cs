using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Cases;

/// <summary>The database itself lets a case take the steps of the one table, by its roles, and no other: whatever the program believes.</summary>
public sealed class StepTriggerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_trigger_lets_through_what_the_table_has_and_four_eyes_hold_for_an_ended_role_too()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var connection = await owner.OpenConnectionAsync(Cancellation);
        await RunAsync(connection, $"""
            create temp table probe (like public.declaration);
            create trigger check_step before update on probe for each row execute function gf.check_case_step();
            create temp table allowed (role text, from_state text, to_state text, purpose text);
            create temp table of_case as select * from public.declaration where id = '{id.Value}';
            """);

        Assert.Equal(Table(_ => true), await AllowedAsync(connection));

        await RunAsync(connection, """
            insert into public.membership (id, municipality_id, user_id, person_name, role, organisation_id, granted_at, ended_at)
            select gen_random_uuid(), c.municipality_id, m.user_id, m.person_name, 'ApplicantEditor', c.organisation_id, now(), now()
            from of_case c, public.membership m where m.role in ('DistrictOfficer', 'DistrictLead', 'CityOfficer', 'CityLead') and m.municipality_id = c.municipality_id
            """);

        Assert.Equal(Table(step => !step.Guards.Contains(CaseGuard.FourEyes)), await AllowedAsync(connection));
    }

    private static List<string> Table(Func<CaseTransition, bool> which) =>
    [
        .. (from step in CaseTransitions.All.Where(which)
            from role in step.Roles
            from purpose in Enum.GetValues<DeclarationPurpose>().Where(purpose => step.Purpose is null || step.Purpose == purpose)
            select $"{role} {step.From} {step.To} {purpose}").Order(StringComparer.Ordinal),
    ];

    /// <summary>Tries every change of state as somebody of every role who sees the case.</summary>
    private static async Task<List<string>> AllowedAsync(NpgsqlConnection connection)
    {
        await RunAsync(connection, $"""
            delete from allowed;
            do $$
            declare
              who record;
              states constant text[] := array[{Names<CaseState>()}];
              f text; t text; p text;
            begin
              for who in select distinct on (m.role) m.role, m.user_id, m.municipality_id, r.desk
                         from public.membership m join gf.desk_role r on r.role = m.role cross join of_case c
                         where m.municipality_id = c.municipality_id and m.ended_at is null and coalesce(m.organisation_id, c.organisation_id) = c.organisation_id
                           and coalesce(m.district_id, c.district_id) = c.district_id
                         order by m.role, m.id loop
                perform gf.put_scope(concat_ws('|', who.municipality_id, who.desk, who.user_id, '', '{"{}"}'));
                foreach p in array array[{Names<DeclarationPurpose>()}] loop
                  foreach f in array states loop
                    delete from probe;
                    insert into probe select (jsonb_populate_record(null::public.declaration, to_jsonb(c) || jsonb_build_object('state', f, 'purpose', p))).* from of_case c;
                    foreach t in array states loop
                      begin
                        update probe set state = t where state <> t;
                        if found then raise exception 'through' using errcode = 'ZZ001'; end if;
                      exception
                        when insufficient_privilege then null;
                        when sqlstate 'ZZ001' then insert into allowed values (who.role, f, t, p);
                      end;
                    end loop;
                  end loop;
                end loop;
              end loop;
            end $$;
            """);
        var allowed = new List<string>();
        await using var command = new NpgsqlCommand("select concat_ws(' ', role, from_state, to_state, purpose) from allowed", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            allowed.Add(reader.GetString(0));
        }

        return [.. allowed.Order(StringComparer.Ordinal)];
    }

    private static string Names<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => $"'{name}'"));

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
