using System.Globalization;
using GreenFactory.Domain.Organisations;

namespace GreenFactory.Testing.Cases;

/// <summary>Makes credit codes whose two check characters hold, for invented organisations.</summary>
public static class CreditCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>The code of an invented organisation, a different one for each number below a million.</summary>
    public static string Of(int number)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"91500102MA{number:D6}");
        return (from organisation in "0123456789X"
                from check in Alphabet
                let code = $"{stem}{organisation}{check}"
                where CreditCode.Parse(code).Succeeded
                select code).First();
    }
}
