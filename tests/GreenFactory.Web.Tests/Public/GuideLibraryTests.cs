using System.Text.Encodings.Web;
using GreenFactory.Web.Guide;

namespace GreenFactory.Web.Tests.Public;

/// <summary>The guide reads as its authors write it.</summary>
public sealed class GuideLibraryTests
{
    /// <summary>CommonMark takes stars between a Chinese bracket and a Chinese word for no emphasis and shows them.</summary>
    [Fact]
    public void Emphasis_that_ends_with_a_chinese_bracket_is_emphasis()
    {
        var folder = Directory.CreateTempSubdirectory("greenfactory-guide-");
        File.WriteAllText(Path.Combine(folder.FullName, "sample.md"), "# 标题\n\n引言。\n\n**绿色工厂（示例）**的名单，以及**“绿色园区”**和其他。");
        using var html = new StringWriter();

        new GuideLibrary(folder.FullName).Find("sample", "")!.Html.WriteTo(html, HtmlEncoder.Default);

        folder.Delete(recursive: true);
        Assert.Contains("<strong>绿色工厂（示例）</strong>的名单，以及<strong>“绿色园区”</strong>和", html.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("*", html.ToString(), StringComparison.Ordinal);
    }
}
