namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>A workbook goes beyond the limits; the message is Chinese and made for the person who uploaded it.</summary>
internal sealed class TooManyCellsException(string message) : Exception(message);
