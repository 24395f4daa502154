namespace GreenFactory.Application.Ports;

/// <summary>A sheet that was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows that hold a value, from the top.</param>
public sealed record SheetContent(string Name, IReadOnlyList<SheetContentRow> Rows);
