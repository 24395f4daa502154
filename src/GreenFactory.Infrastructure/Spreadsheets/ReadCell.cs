using GreenFactory.Application.Ports.Spreadsheets;


namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>What a cell holds: its value as text, empty for none, or a Chinese sentence about what is wrong with it.</summary>
internal readonly record struct ReadCell(string Exact, CellKind Kind, string? Problem)
{
    internal static ReadCell Wrong(string problem) => new("", CellKind.Text, problem);

    internal static ReadCell Of(string text) => new(text, CellKind.Text, null);
}
