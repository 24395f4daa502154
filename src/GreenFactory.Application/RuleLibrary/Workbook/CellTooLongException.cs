namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>A part of a document is longer than a cell; the message is Chinese and made for the person who exports.</summary>
internal sealed class CellTooLongException(string message) : Exception(message);
