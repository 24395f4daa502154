namespace GreenFactory.Web.Pages.Public.Register;

/// <summary>Cuts a name at the words searched for, so that the page can mark them.</summary>
public static class Highlight
{
    /// <summary>Parts of a name in order, each with whether it was searched for.</summary>
    public static IEnumerable<(string Part, bool IsHit)> Cut(string name, string? search)
    {
        var word = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
        if (word is null)
        {
            yield return (name, false);
            yield break;
        }

        var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        yield return (name[..at], false);
        yield return (name.Substring(at, word.Length), true);
        yield return (name[(at + word.Length)..], false);
    }
}
