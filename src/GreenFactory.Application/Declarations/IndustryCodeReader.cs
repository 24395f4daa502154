using GreenFactory.Application.Seeding;

namespace GreenFactory.Application.Declarations;

/// <summary>A class of the industry classification.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Name">Its name, such as 水泥制造.</param>
public sealed record IndustryClass(string Code, string Name);

/// <summary>Looks up the four-digit classes of GB/T 4754—2017 (国民经济行业分类).</summary>
public sealed class IndustryCodeReader
{
    private static readonly Lazy<IReadOnlyList<IndustryClass>> Classes = new(() =>
        [.. ReferenceFiles.Read("gbt4754-2017.csv").Where(row => row["level"] == "小类").Select(row => new IndustryClass(row["code"], row["name"]))]);

    private readonly IReadOnlyList<IndustryClass> classes = Classes.Value;

    /// <summary>The class of a code, or null.</summary>
    public IndustryClass? Find(string code) => classes.FirstOrDefault(row => row.Code == code);

    /// <summary>At most 30 classes whose code begins with the text or whose name contains it.</summary>
    public IReadOnlyList<IndustryClass> Search(string text)
    {
        var wanted = text.Trim().Normalize(System.Text.NormalizationForm.FormKC);
        return wanted.Length == 0
            ? []
            : [.. classes.Where(row => row.Code.StartsWith(wanted, StringComparison.Ordinal) || row.Name.Contains(wanted, StringComparison.Ordinal)).Take(30)];
    }
}
