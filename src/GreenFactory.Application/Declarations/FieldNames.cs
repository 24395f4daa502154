namespace GreenFactory.Application.Declarations;

/// <summary>
/// The names under which answers are typed, saved and pointed at: <c>p.contact</c> (profile), <c>g.basic1</c> (gate), <c>i.energy_total</c> (input),
/// <c>r.energy_products.0.energy</c> (row), <c>x.water_reuse</c> (why an indicator has no file), and <c>w.</c> before any of the others for the justification of a warning.
/// </summary>
public static class FieldNames
{
    /// <summary>Answer of the profile.</summary>
    public static string Profile(string code) => $"p.{code}";

    /// <summary>Answer to a gate.</summary>
    public static string Gate(string code) => $"g.{code}";

    /// <summary>Answer to an input.</summary>
    public static string Input(string code) => $"i.{code}";

    /// <summary>Answer to an input of a row, counted from 0.</summary>
    public static string Row(string group, int row, string code) => string.Create(null, $"r.{group}.{row}.{code}");

    /// <summary>Justification of the warning at a field.</summary>
    public static string Justification(string field) => $"w.{field}";

    /// <summary>Why an indicator that claims points has no file.</summary>
    public static string Excuse(string indicator) => $"x.{indicator}";

    /// <summary>The files of a gate or an indicator; nothing is typed there, it is only pointed at.</summary>
    public static string Evidence(string subject) => $"evidence-{subject}";

    /// <summary>The field as an HTML id.</summary>
    public static string Id(string field) => field.Replace('.', '_');
}
