using System.Globalization;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>What a button of a row asks for, as the form sends it: <c>up.energy_products.1</c>.</summary>
/// <param name="Move">Where the row goes.</param>
/// <param name="Group">Code of the list.</param>
/// <param name="Row">The row, counted from 0.</param>
public sealed record RowCommand(RowMove Move, string Group, int Row)
{
    /// <summary>Reads what a button sent; null for a button that is no row's.</summary>
    public static RowCommand? Read(string? sent) =>
        sent?.Split('.') is [var move, var group, var row]
            && Enum.TryParse<RowMove>(move, ignoreCase: true, out var known) && Enum.IsDefined(known)
            && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RowCommand(known, group, number)
            : null;

    /// <summary>As the button sends it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Move.ToString().ToLowerInvariant()}.{Group}.{Row}");
}
