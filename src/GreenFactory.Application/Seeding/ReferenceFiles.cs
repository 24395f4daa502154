using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GreenFactory.Application.Seeding;

/// <summary>Reads the reference tables that ship beside the program as CSV files.</summary>
public static class ReferenceFiles
{
    /// <summary>Folder of the reference tables.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "reference");

    /// <summary>Folder of the shipped rule sets.</summary>
    public static string RulesFolder { get; } = Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>The rows of a table, each as column name to text.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string fileName)
    {
        using var reader = new StreamReader(Path.Combine(Folder, fileName));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var header = csv.HeaderRecord!;
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(header.ToDictionary(name => name, name => csv.GetField(name) ?? ""));
        }

        return rows;
    }
}
