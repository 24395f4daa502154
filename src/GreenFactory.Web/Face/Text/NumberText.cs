using System.Globalization;

namespace GreenFactory.Web.Face.Text;

/// <summary>Numbers as the portal writes them: thousands separated by commas, a true minus sign (U+2212), no culture surprises.</summary>
public static class NumberText
{
    /// <summary>A number with a fixed count of decimals, rounded half away from zero as the score sheets are.</summary>
    public static string Fixed(decimal number, int decimals) =>
        WithMinus(Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>A number with as many decimals as it carries (six at most), without trailing zeros.</summary>
    public static string Natural(decimal number) =>
        WithMinus(Math.Round(number, 6, MidpointRounding.AwayFromZero).ToString("#,##0.######", CultureInfo.InvariantCulture));

    /// <summary>Score points with two decimals.</summary>
    public static string Points(decimal points) => Fixed(points, 2);

    /// <summary>Full marks: whole where they are whole (8), else with two decimals at most (2.5, 2.78).</summary>
    public static string Maximum(decimal points) => Natural(Math.Round(points, 2, MidpointRounding.AwayFromZero));

    /// <summary>A difference with its sign: +0.75, −2.40, 0.00.</summary>
    public static string Signed(decimal difference, int decimals = 2) =>
        difference > 0 ? "+" + Fixed(difference, decimals) : Fixed(difference, decimals);

    /// <summary>A file size in B, KB, MB or GB of 1024.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes.ToString(CultureInfo.InvariantCulture)} B",
        < 1024 * 1024 => $"{Fixed(bytes / 1024m, 0)} KB",
        < 1024L * 1024 * 1024 => $"{Natural(Math.Round(bytes / 1024m / 1024m, 1))} MB",
        _ => $"{Natural(Math.Round(bytes / 1024m / 1024m / 1024m, 1))} GB",
    };

    private static string WithMinus(string text) => text.Replace('-', '−');
}
