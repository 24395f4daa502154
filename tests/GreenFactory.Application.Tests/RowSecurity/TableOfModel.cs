using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace GreenFactory.Application.Tests.RowSecurity;

/// <summary>A column, with the first word of its enumeration where it holds one.</summary>
internal sealed record ColumnOfModel(string Name, string Type, int? Length, string? Word);

/// <summary>A table of the model. One without a municipality of its own hangs on a person's account.</summary>
internal sealed record TableOfModel(string Name, bool HasMunicipality, IReadOnlyList<ColumnOfModel> Columns)
{
    /// <summary>Tables of the platform: they say nothing of any municipality's work, and background work reads them before it has a scope.</summary>
    public static readonly string[] OfPlatform = ["municipality", "clock_setting", "data_protection_keys"];

    /// <summary>Every table of the model that must be protected, with its columns as the database has them.</summary>
    public static async Task<IReadOnlyList<TableOfModel>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDataServices.Configure(options, connection.ConnectionString);
        await using var db = new PortalDbContext(options.Options, new CurrentAccess());
        var tables = new List<TableOfModel>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is { } name && !OfPlatform.Contains(name)).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
        {
            var words = type.GetProperties()
                .Where(property => EnumOf(property) is not null)
                .ToDictionary(property => property.GetColumnName(), property => Enum.GetNames(EnumOf(property)!)[0]);
            var columns = await ReadColumnsAsync(connection, type.GetTableName()!, words, cancellation);
            tables.Add(new TableOfModel(type.GetTableName()!, columns.Any(column => column.Name == "municipality_id"), columns));
        }

        return tables;
    }

    /// <summary>The condition that picks the rows of a municipality and a person.</summary>
    public string RowsOf(Guid municipality, Guid person) => HasMunicipality ? $"municipality_id = '{municipality}'" : $"user_id = '{person}'";

    private static Type? EnumOf(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: true } type ? type : null;

    private static async Task<IReadOnlyList<ColumnOfModel>> ReadColumnsAsync(
        NpgsqlConnection connection, string table, Dictionary<string, string> words, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select column_name, data_type, character_maximum_length from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position",
            connection);
        command.Parameters.AddWithValue(table);
        var columns = new List<ColumnOfModel>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var name = reader.GetString(0);
            columns.Add(new ColumnOfModel(name, reader.GetString(1), await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetInt32(2), words.GetValueOrDefault(name)));
        }

        return columns;
    }
}
