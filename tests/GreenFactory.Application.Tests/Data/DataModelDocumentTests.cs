using System.Text;
using GreenFactory.Application.Data;
using GreenFactory.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GreenFactory.Application.Tests.Data;

/// <summary><c>docs/data-model.md</c> draws the tables of the model. To write it anew, run this class with <c>GREENFACTORY_WRITE_DOCS=1</c>.</summary>
public sealed class DataModelDocumentTests
{
    [Fact]
    public void The_document_draws_the_tables_as_they_are()
    {
        var text = Write();
        Assert.Equal(text, RepositoryFolder.Document("docs/data-model.md", text));
    }

    private static string Write()
    {
        using var db = new DesignTimeDbContextFactory().CreateDbContext([]);
        var tables = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).OrderBy(type => type.GetTableName(), StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        text.Append(
            "# The tables\n\nGenerated from the model; do not edit. A test fails when it is out of date, and writes it anew when run with `GREENFACTORY_WRITE_DOCS=1`.\n\n"
            + "One picture for each part of the program. An arrow leads from a row to the one it belongs to; it is dotted where there may be none. "
            + "Every table of a municipality also points to `municipality`, which is left out, and is protected by policies in `src/GreenFactory.Application/Data/RowSecurity`. "
            + "Keys are UUIDs of version 7, so they are in the order of time; moments are UTC; quantities are exact decimals. Tables that only the database keeps (`gf.*`) stand in those files.\n");
        foreach (var part in tables.GroupBy(PartOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(null, $"\n## {part.Key}\n\n```mermaid\nflowchart LR\n");
            foreach (var (from, key) in part.SelectMany(type => Links(type).Select(key => (type, key))))
            {
                text.Append(null, $"  {from.GetTableName()} {(key.IsRequired ? "-->" : "-.->")} {key.PrincipalEntityType.GetTableName()}\n");
            }

            foreach (var alone in part.Where(type => !Links(type).Any()))
            {
                text.Append(null, $"  {alone.GetTableName()}\n");
            }

            text.Append("```\n\n| table | a row is | columns |\n|---|---|---|\n");
            foreach (var type in part)
            {
                text.Append(null, $"| `{type.GetTableName()}` | {CodeComments.Of(type.ClrType)} | {string.Join(", ", type.GetProperties().Select(property => property.GetColumnName()).Where(name => name is not ("municipality_id" or "xmin")))} |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<IForeignKey> Links(IEntityType type) => type.GetForeignKeys()
        .Where(key => key.PrincipalEntityType.GetTableName() is { } name && name != "municipality")
        .DistinctBy(key => key.PrincipalEntityType.GetTableName())
        .OrderBy(key => key.PrincipalEntityType.GetTableName(), StringComparer.Ordinal);

    /// <summary>The part of the program a table belongs to: the last part of its namespace.</summary>
    private static string PartOf(IEntityType type) =>
        type.ClrType.Namespace is { } name && name.StartsWith("GreenFactory.", StringComparison.Ordinal) ? name.Split('.')[^1] : "Identity";
}
