using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>What a cell gives to the document.</summary>
/// <param name="Value">The value; null for none.</param>
/// <param name="Problem">What is wrong with the cell, or what a person should know; null when all is well.</param>
/// <param name="IsNotice">Whether the value is taken all the same.</param>
internal readonly record struct TakenCell(JsonNode? Value, string? Problem = null, bool IsNotice = false)
{
    /// <summary>A cell that must be corrected.</summary>
    public static TakenCell Wrong(string problem) => new(null, problem);

    /// <summary>A cell that is taken with a word to the person.</summary>
    public static TakenCell Noted(JsonNode? value, string notice) => new(value, notice, IsNotice: true);
}
