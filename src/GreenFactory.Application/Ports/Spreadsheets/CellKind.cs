namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>As what a cell holds its value.</summary>
public enum CellKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number that is shown as a percentage: 85% is stored as 0.85.</summary>
    Percent,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,
}
