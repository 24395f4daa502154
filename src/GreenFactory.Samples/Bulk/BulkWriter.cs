using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace GreenFactory.Samples.Bulk;

/// <summary>
/// Writes collected rows into the database by COPY, as the owner of the schema, inside the caller's transaction. PostgreSQL copies into no table with row
/// security, so the rows are copied into a table of the session and inserted from there: keys, constraints and triggers hold as for any insert. Set aside for the
/// transaction are the triggers that speak of one step at a time: the one that chains an event (the chain is grown for all of them at the end, by the same
/// functions), those that lock a visit once it is completed, the one that closes a district's window, and the one that asks who allocates.
/// </summary>
internal sealed class BulkWriter(NpgsqlConnection connection, IModel model, RowStore store)
{
    private const string EventTable = "process_event";
    private const int Block = 1 << 16;

    private static readonly (string Table, string Trigger)[] SetAside =
        [(EventTable, "chain"), ("site_visit_item", "keep_completed"), ("site_visit_photo", "keep_completed"), ("district_pack", "check_deadline"), ("case_allocation", "check_allocation")];

    private readonly Dictionary<IEntityType, PlantedTable> tables = [];
    private long rows;
    private Task writing = Task.CompletedTask;

    /// <summary>Rows written, once the writing has ended.</summary>
    public long Rows => rows;

    /// <summary>Prepares the session and the transaction.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        foreach (var (table, trigger) in SetAside)
        {
            await RunAsync($"alter table public.{table} disable trigger {trigger}", cancellation);
        }
    }

    /// <summary>
    /// Takes what the store collected, waits until what was taken before is written, and begins to write this. Events are staged until the end.
    /// </summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        var collected = store.Take();
        await writing;
        writing = Task.Run(() => WriteAsync(collected, cancellation), cancellation);
    }

    /// <summary>Waits for what is being written, chains the events and puts the triggers back.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        await writing;
        using var reader = new StreamReader(typeof(BulkWriter).Assembly.GetManifestResourceStream("GreenFactory.Samples.Bulk.chain.sql")!);
        await RunAsync(await reader.ReadToEndAsync(cancellation), cancellation);
        await RunAsync("set constraints all immediate", cancellation);
        foreach (var (table, trigger) in SetAside)
        {
            await RunAsync($"alter table public.{table} enable trigger {trigger}", cancellation);
        }

        foreach (var table in tables.Values)
        {
            await RunAsync($"analyze public.{table.Name}; drop table planted_{table.Name}", cancellation);
        }
    }

    /// <summary>Leaves the connection to the caller only when nothing uses it any more.</summary>
    public async ValueTask DisposeAsync() => await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task WriteAsync(IReadOnlyList<object> collected, CancellationToken cancellation)
    {
        var entries = collected.GroupBy(row => row.GetType()).ToDictionary(group => model.FindEntityType(group.Key)!, group => group.ToList());
        foreach (var type in InOrder(entries.Keys))
        {
            var table = tables.TryGetValue(type, out var known) ? known : tables[type] = await CreateAsync(type, cancellation);
            await CopyAsync(table, entries[type], cancellation);
            if (table.Name != EventTable)
            {
                await RunAsync($"insert into public.{table.Name} ({table.Columns}) select {table.Columns} from planted_{table.Name} order by planted_at; truncate planted_{table.Name}", cancellation);
            }
        }
    }

    private async Task<PlantedTable> CreateAsync(IEntityType type, CancellationToken cancellation)
    {
        var at = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var properties = type.GetProperties().Where(property => !property.IsConcurrencyToken && property.ValueGenerated is not ValueGenerated.OnAddOrUpdate && property.GetComputedColumnSql() is null)
            .Select(property => (Property: property, Column: property.GetColumnName(at)!)).ToList();
        var columns = string.Join(", ", properties.Select(row => row.Column));
        await RunAsync($"create temporary table planted_{at.Name} as select {columns} from public.{at.Name} where false; alter table planted_{at.Name} add planted_at bigint not null", cancellation);
        return new PlantedTable(at.Name, columns, [.. properties.Select(row => new PlantedColumn(row.Property))]);
    }

    private async Task CopyAsync(PlantedTable table, List<object> entities, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginTextImportAsync($"copy planted_{table.Name} ({table.Columns}, planted_at) from stdin", cancellation);
        var line = new StringBuilder();
        foreach (var entity in entities)
        {
            foreach (var column in table.Properties)
            {
                CopyText.Append(line, column.Read(entity));
                line.Append('\t');
            }

            line.Append(rows++).Append('\n');
            if (line.Length > Block)
            {
                await copy.WriteAsync(line, cancellation);
                line.Clear();
            }
        }

        await copy.WriteAsync(line, cancellation);
    }

    /// <summary>Tables before those that refer to them.</summary>
    private static List<IEntityType> InOrder(IEnumerable<IEntityType> types)
    {
        var waiting = types.OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(type => type.GetForeignKeys().All(key => key.PrincipalEntityType == type || !waiting.Contains(key.PrincipalEntityType)));
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record PlantedTable(string Name, string Columns, IReadOnlyList<PlantedColumn> Properties);

    private sealed class PlantedColumn(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

        public object? Read(object entity)
        {
            var value = getter.GetClrValue(entity);
            return convert is null || value is null ? value : convert(value);
        }
    }
}
