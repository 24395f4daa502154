namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>How a cell stands out.</summary>
public enum CellMark
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>Wrong: must be corrected.</summary>
    Error,
}
