namespace GreenFactory.Scoring.Json;

/// <summary>Nearness of two names, to suggest the field that was meant.</summary>
internal static class EditDistance
{
    /// <summary>Whether at most two single-character edits turn one name into the other.</summary>
    public static bool AtMostTwo(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2 || a.Length > 60 || b.Length > 60)
            return false;
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = previous[j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(substitute, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length] <= 2;
    }
}
